using System.ComponentModel;
using System.Diagnostics;

namespace Sluice.CompilerServices;

/// <summary>A run of a concurrent plan: any number of its stages may be under way, and any of them may fail.</summary>
/// <typeparam name="TResult">The type of the run's output.</typeparam>
/// <remarks>
/// Every stage settles exactly once: it ends, it fails, or it is passed over because another has failed before it could start. When a
/// stage settles, the stages that wait for it are counted down; the last to settle of the stages that no other waits for ends the run.
/// So the task of a run completes after all of its stages, and no other count is kept.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ConcurrentRun<TResult> : PipelineRun<TResult>
{
    private FailureRecord _failure = new();
    private volatile bool _isStopped;

    // The ends of the stages that failed, were cancelled or never started. Only runs that end badly have it.
    private Dictionary<int, StageEnd>? _ends;

    /// <summary>The source of the run's own token, if the plan needs one.</summary>
    private protected virtual CancellationTokenSource? Source => null;

    /// <summary>Whether the run ends with a failure or a cancellation.</summary>
    protected bool HasFailed => _failure.Cause is not null;

    /// <summary>The exception that the run ends with, or <see langword="null"/>.</summary>
    protected Exception? Cause => _failure.Cause;

    /// <summary>The token with which the caller cancels the run. The run's own token may be cancelled at its deadline too.</summary>
    protected virtual CancellationToken CancellingToken => CallerToken;

    /// <summary>Whether the cause is a cancellation.</summary>
    protected bool CauseIsCancellation => _failure.CauseIsCancellation;

    /// <summary>Whether no further stage starts.</summary>
    private protected bool IsStopped => _isStopped;

    /// <summary>Whether a stage may start: the run goes on and the caller has not cancelled. Asked before every start.</summary>
    /// <param name="stage">Its place in the order. If it may not start, it has settled.</param>
    /// <returns>Whether the stage may start.</returns>
    protected bool MayStart(int stage)
    {
        if (!_isStopped)
        {
            if (!CallerToken.IsCancellationRequested)
            {
                return true;
            }

            Stop(FailedRun.Cause(new OperationCanceledException(CallerToken), CancellingToken), isCancellation: true);
        }

        SetEnd(stage, default);
        return false;
    }

    /// <summary>
    /// Whether the run has ended for a stage that is ready, so that its dependencies need not have values. Asked before it is decided
    /// whether the stage is skipped.
    /// </summary>
    /// <param name="stage">Its place in the order. If the run has ended for it, it has settled.</param>
    /// <returns>Whether the run has ended for the stage.</returns>
    protected bool IsOver(int stage)
    {
        if (!_isStopped)
        {
            return false;
        }

        SetEnd(stage, default);
        return true;
    }

    /// <summary>Starts a stage that is ready, and the stages that become ready with it.</summary>
    /// <param name="stage">Its place in the order.</param>
    protected abstract void StartReady(int stage);

    /// <summary>Has the thread pool start a stage that is ready, if the calling thread may not.</summary>
    /// <param name="stage">Its place in the order.</param>
    protected void StartReadyElsewhere(int stage) =>
        ThreadPool.UnsafeQueueUserWorkItem(
            static start => start.Run.StartReady(start.Stage),
            (Run: this, Stage: stage),
            preferLocal: true
        );

    /// <summary>Starts a stage on the thread pool.</summary>
    /// <param name="stage">The stage.</param>
    protected static void Offload(OffloadedStage stage) => ThreadPool.UnsafeQueueUserWorkItem(stage, preferLocal: true);

    /// <summary>
    /// Records the exception of a stage. The first is the cause and cancels the run's token; failures after it are attached to it, and
    /// cancellations after it are its consequences.
    /// </summary>
    /// <param name="stage">Its place in the order.</param>
    /// <param name="exception">The exception.</param>
    protected void Fail(int stage, Exception exception)
    {
        // First, on the thread that threw it: other runs may throw the same object meanwhile.
        var nested = RunFailure.OfNested(exception);
        exception = FailedRun.Cause(exception, CancellingToken);
        var isCancellation = IsCancellation(exception);
        SetEnd(stage, new StageEnd(hasEnded: false, exception, isCancellation, Timestamp()) { Nested = nested });
        Stop(exception, isCancellation);
    }

    /// <summary>Makes the exception of a stage the cause, unless there is one. It does not stop the run.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="isCancellation">Whether it is a cancellation.</param>
    /// <returns>Whether the run ends with it.</returns>
    protected bool TryEndWith(Exception exception, bool isCancellation) =>
        _failure.TryEndWith(exception, isCancellation);

    /// <summary>Records the failure of a stage in a run that goes on with the stages that do not need it.</summary>
    /// <param name="exception">The exception.</param>
    protected void FailLater(Exception exception) => _failure.Add(exception, isCancellation: false);

    /// <summary>Whether the exception of a stage is the effect of a cancelled token, or cancels the run.</summary>
    /// <param name="exception">The exception.</param>
    /// <returns>Whether it is a cancellation and not a failure.</returns>
    protected bool IsCancellation(Exception exception) =>
        FailedRun.IsCancellation(exception, CallerToken)
        || (exception is OperationCanceledException && Source is { IsCancellationRequested: true });

    /// <summary>The present time, for durations.</summary>
    /// <returns>A timestamp of the run's clock.</returns>
    protected virtual long Timestamp() => Stopwatch.GetTimestamp();

    /// <summary>Replaces a cancellation at the run's deadline by a timeout. To be called when all stages have ended.</summary>
    /// <param name="scope">The scope of the run.</param>
    protected void ReconsiderCause(RunScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        if (
            _failure.Cause is { } cause
            && scope.Cause(cause) is var reconsidered
            && !ReferenceEquals(cause, reconsidered)
        )
        {
            _failure.Replace(reconsidered);
        }
    }

    /// <summary>How a stage came to its end. To be asked when all stages have.</summary>
    /// <param name="stage">Its place in the order.</param>
    /// <returns>Its end.</returns>
    protected StageEnd EndOf(int stage) =>
        _ends is not null && _ends.TryGetValue(stage, out var end) ? end : StageEnd.Settled;

    /// <summary>Keeps the details of a failed run beside its exception, and makes the outcome of its result.</summary>
    /// <typeparam name="T">The type of the output.</typeparam>
    /// <param name="report">The report of the run.</param>
    /// <returns>The outcome of the run.</returns>
    protected Outcome<T> FailedOutcome<T>(RunReport report)
    {
        var cause = _failure.Cause!;
        _ = RunFailure.Attach(cause, report, _failure.Further);
        return new Outcome(_failure.CauseIsCancellation ? OutcomeStatus.Cancelled : OutcomeStatus.Failed, cause);
    }

    /// <summary>Ends a run that failed or was cancelled. The run object must not be touched afterwards.</summary>
    /// <param name="report">The report of the run.</param>
    protected virtual void CompleteExceptionally(RunReport report)
    {
        var cause = _failure.Cause!;
        var details = RunFailure.Attach(cause, report, _failure.Further);
        CompleteExceptionally(cause, _failure.CauseIsCancellation, details);
    }

    /// <summary>Clears the failures. To be called before the run object returns to its pool.</summary>
    protected void ClearFailure()
    {
        _failure.Clear();
        _isStopped = false;
        _ends = null;
    }

    /// <summary>Records an exception of reading the output of a stage that has succeeded.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="goesOn">Whether the run goes on after a failure.</param>
    private protected void FailBesideStages(Exception exception, bool goesOn)
    {
        exception = FailedRun.Cause(exception, CancellingToken);
        var isCancellation = IsCancellation(exception);
        if (goesOn && !isCancellation)
        {
            FailLater(exception);
        }
        else
        {
            Stop(exception, isCancellation);
        }
    }

    private void Stop(Exception exception, bool isCancellation)
    {
        _failure.Add(exception, isCancellation);
        if (!_isStopped)
        {
            _isStopped = true;
            _failure.Cancel(Source);
        }
    }

    private void SetEnd(int stage, StageEnd end)
    {
        lock (_failure.Gate)
        {
            (_ends ??= [])[stage] = end;
        }
    }
}
