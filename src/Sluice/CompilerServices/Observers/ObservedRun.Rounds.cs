namespace Sluice.CompilerServices;

/// <content>What is told of guards that have stages run again.</content>
public sealed partial class ObservedRun<TObserver>
{
    // How long the last call took of each guard that has asked for a further round.
    private readonly Dictionary<int, TimeSpan> _refusals = [];

    private protected override void OnRunningAgain(int guard, Exception exception)
    {
        if (!IsObserved)
        {
            return;
        }

        var duration = Elapsed(_started[guard], Timestamp());
        lock (_refusals)
        {
            _refusals[guard] = duration;
        }

        OnRetrying(guard, CallsOf(guard), TimeSpan.Zero, exception);
    }

    // A round that its guard has asked for may end before it comes to the guard: so what the guard has found is how it ended.
    private void EndRounds()
    {
        if (_refusals.Count == 0)
        {
            return;
        }

        foreach (var (guard, duration) in _refusals.OrderBy(refusal => refusal.Key))
        {
            if (RefusalOf(guard) is { } refusal)
            {
                Notify(
                    new Details(RunEventKind.StageFailed, guard)
                    {
                        Attempt = CallsOf(guard),
                        Duration = duration,
                        Error = refusal,
                    },
                    Timestamp()
                );
            }
        }

        _refusals.Clear();
    }
}
