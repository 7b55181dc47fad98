namespace Sluice.CompilerServices;

/// <content>Rounds of guards that make stages run again.</content>
internal sealed partial class ObservedRun<TObserver>
{
    // The duration of the last call of each guard that requested another round.
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

    // The run may end before a requested round reaches its guard. The guard then ends with its earlier finding.
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
