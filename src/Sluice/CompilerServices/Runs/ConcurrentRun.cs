using System.ComponentModel;
using System.Diagnostics;

namespace Sluice.CompilerServices;

/// <summary>A run of a concurrent plan: any number of its stages may be under way, and any of them may fail.</summary>
/// <typeparam name="TResult">The type of the run's output.</typeparam>
/// <remarks>
/// Every stage settles exactly once: it ends, it fails, or it is passed over because something has failed before it could start. Who
/// settles a stage counts down those that wait for it, and the last to settle of those that nothing waits for ends the run. So when
/// its task completes, nothing of the run is left, and there is no other count to keep.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ConcurrentRun<TResult> : PipelineRun<TResult>
{
    private readonly object _gate = new();
    private Exception? _cause;
    private bool _causeIsCancellation;
    private volatile bool _isStopped;
    private List<Exception>? _further;

    // What is not known of a stage that ended: it failed, was cancelled, or never started. Only of runs that end badly.
    private Dictionary<int, StageEnd>? _ends;

    /// <summary>The source of the run's own token, where the plan needs one.</summary>
    private protected virtual CancellationTokenSource? Source => null;

    /// <summary>Whether the run ends with a failure or a cancellation.</summary>
    protected bool HasFailed => Volatile.Read(ref _cause) is not null;

    /// <summary>What the run ends with, or <see langword="null"/>.</summary>
    protected Exception? Cause => Volatile.Read(ref _cause);

    /// <summary>The token that the caller cancels the run with. That of the run may be cancelled at its deadline, too.</summary>
    protected virtual CancellationToken CancellingToken => CallerToken;

    /// <summary>Whether that is a cancellation.</summary>
    protected bool CauseIsCancellation => _causeIsCancellation;

    /// <summary>Whether nothing new starts any more.</summary>
    private protected bool IsStopped => _isStopped;

    /// <summary>Whether a stage may start: the run goes on and the caller has not cancelled. It is asked before every start.</summary>
    /// <param name="stage">Its place in the order. It has settled where it may not start.</param>
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
    /// Whether the run has ended for a stage that is ready: what it waited for need not have a value. It is asked before it is decided
    /// whether the stage is skipped.
    /// </summary>
    /// <param name="stage">Its place in the order. It has settled where the run has ended for it.</param>
    /// <returns>Whether it has.</returns>
    protected bool IsOver(int stage)
    {
        if (!_isStopped)
        {
            return false;
        }

        SetEnd(stage, default);
        return true;
    }

    /// <summary>Starts a stage that is ready, and what that makes ready.</summary>
    /// <param name="stage">Its place in the order.</param>
    protected abstract void StartReady(int stage);

    /// <summary>Lets the thread pool start a stage that is ready, where the calling thread may not.</summary>
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
    /// Records what a stage threw. The first cause wins and cancels the run's token; failures after it are attached to it, and
    /// cancellations after it are its consequences.
    /// </summary>
    /// <param name="stage">Its place in the order.</param>
    /// <param name="exception">The exception.</param>
    protected void Fail(int stage, Exception exception)
    {
        // To be asked where it was thrown: others may throw the same object since.
        var nested = RunFailure.OfNested(exception);
        exception = FailedRun.Cause(exception, CancellingToken);
        var isCancellation = IsCancellation(exception);
        SetEnd(stage, new StageEnd(HasEnded: false, exception, isCancellation, Timestamp()) { Nested = nested });
        Stop(exception, isCancellation);
    }

    /// <summary>Records what a stage threw as what the run ends with, if nothing else is. It does not stop the run.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="isCancellation">Whether it is a cancellation.</param>
    /// <returns>Whether the run ends with it.</returns>
    protected bool TryEndWith(Exception exception, bool isCancellation)
    {
        if (Interlocked.CompareExchange(ref _cause, exception, null) is not null)
        {
            return false;
        }

        _causeIsCancellation = isCancellation;
        return true;
    }

    /// <summary>Records what a stage threw where the run goes on with what does not need the stage.</summary>
    /// <param name="exception">The exception.</param>
    protected void FailLater(Exception exception)
    {
        if (!TryEndWith(exception, isCancellation: false))
        {
            Attach(exception);
        }
    }

    /// <summary>Whether what a stage threw is the effect of a cancelled token, or cancels the run.</summary>
    /// <param name="exception">The exception.</param>
    /// <returns>Whether it is no failure.</returns>
    protected bool IsCancellation(Exception exception) =>
        FailedRun.IsCancellation(exception, CallerToken)
        || (exception is OperationCanceledException && Source is { IsCancellationRequested: true });

    /// <summary>The present moment for durations.</summary>
    /// <returns>A timestamp of the run's clock.</returns>
    protected virtual long Timestamp() => Stopwatch.GetTimestamp();

    /// <summary>Makes of a cancellation at the run's deadline what it is. To be called when all stages have ended.</summary>
    /// <param name="scope">The scope of the run.</param>
    protected void ReconsiderCause(RunScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        if (_cause is { } cause && scope.Cause(cause) is var reconsidered && !ReferenceEquals(cause, reconsidered))
        {
            _cause = reconsidered;
            _causeIsCancellation = false;
        }
    }

    /// <summary>How a stage came to its end. To be asked when all have.</summary>
    /// <param name="stage">Its place in the order.</param>
    /// <returns>Its end.</returns>
    protected StageEnd EndOf(int stage) =>
        _ends is not null && _ends.TryGetValue(stage, out var end) ? end : StageEnd.Settled;

    /// <summary>Keeps what is known of a failed run beside its exception, and makes of it what a result carries.</summary>
    /// <typeparam name="T">The type of the output.</typeparam>
    /// <param name="report">What became of the stages.</param>
    /// <returns>The outcome of the run.</returns>
    protected Outcome<T> FailedOutcome<T>(RunReport report)
    {
        var cause = _cause!;
        _ = RunFailure.Attach(cause, report, _further);
        return new Outcome(_causeIsCancellation ? OutcomeStatus.Cancelled : OutcomeStatus.Failed, cause);
    }

    /// <summary>Ends a run that failed or was cancelled. The run object must not be touched afterwards.</summary>
    /// <param name="report">What became of the stages.</param>
    protected virtual void CompleteExceptionally(RunReport report)
    {
        var cause = _cause!;
        var failure = RunFailure.Attach(cause, report, _further);
        CompleteExceptionally(cause, _causeIsCancellation, failure);
    }

    /// <summary>Clears what a failed run leaves. To be called before the run object goes back to its pool.</summary>
    protected void ClearFailure()
    {
        _cause = null;
        _causeIsCancellation = false;
        _isStopped = false;
        _further = null;
        _ends = null;
    }

    /// <summary>Records what was thrown where the output of a stage that has ended well is read.</summary>
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
        if (!TryEndWith(exception, isCancellation) && !isCancellation)
        {
            Attach(exception);
        }

        if (_isStopped)
        {
            return;
        }

        _isStopped = true;
        try
        {
            Source?.Cancel();
        }
#pragma warning disable CA1031 // Whatever a stage's callback on the token throws must not keep the run from ending; it is attached.
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            Attach(thrown);
        }
    }

    private void SetEnd(int stage, StageEnd end)
    {
        lock (_gate)
        {
            (_ends ??= [])[stage] = end;
        }
    }

    private void Attach(Exception exception)
    {
        lock (_gate)
        {
            if (!ReferenceEquals(exception, _cause))
            {
                (_further ??= []).Add(exception);
            }
        }
    }
}
