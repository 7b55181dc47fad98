namespace Sluice.CompilerServices;

/// <content>Compensations, which run one after another when all stages have ended.</content>
internal sealed partial class ObservedRun<TObserver>
{
    // The stage under compensation, its attempt, and the time at which the compensation started.
    private (int Stage, int Attempt, long Since)? _undone;

    private protected override void OnCompensating(int stage, int attempt, Exception cause)
    {
        if (IsObserved)
        {
            // All stages end before the first compensation starts.
            EndStages(cause);
            var now = Timestamp();
            _undone = (stage, attempt, now);
            Notify(new Details(RunEventKind.CompensationStarted, stage) { Attempt = attempt, Error = cause }, now);
        }
    }

    private protected override void OnCompensated(Exception? failure)
    {
        if (IsObserved && _undone is var (stage, attempt, since))
        {
            _undone = null;
            var now = Timestamp();
            Notify(
                new Details(
                    failure is null ? RunEventKind.CompensationCompleted : RunEventKind.CompensationFailed,
                    stage
                )
                {
                    Attempt = attempt,
                    Duration = Elapsed(since, now),
                    Error = failure,
                },
                now
            );
        }
    }
}
