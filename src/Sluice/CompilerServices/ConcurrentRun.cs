using System.ComponentModel;

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
    private List<Exception>? _further;

    /// <summary>The source of the run's own token, where the plan needs one.</summary>
    private protected virtual CancellationTokenSource? Source => null;

    /// <summary>Whether the run ends with a failure or a cancellation.</summary>
    protected bool HasFailed => Volatile.Read(ref _cause) is not null;

    /// <summary>Whether a stage may start: nothing has failed and the caller has not cancelled. It is asked before every start.</summary>
    /// <returns>Whether the stage may start.</returns>
    protected bool MayStart()
    {
        if (HasFailed)
        {
            return false;
        }

        if (!CallerToken.IsCancellationRequested)
        {
            return true;
        }

        Fail(new OperationCanceledException(CallerToken));
        return false;
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
    /// <param name="exception">The exception.</param>
    protected void Fail(Exception exception)
    {
        var isCancellation =
            exception is OperationCanceledException
            && (CallerToken.IsCancellationRequested || Source is { IsCancellationRequested: true });
        if (Interlocked.CompareExchange(ref _cause, exception, null) is not null)
        {
            if (!isCancellation)
            {
                Attach(exception);
            }

            return;
        }

        _causeIsCancellation = isCancellation;
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

    /// <summary>Ends a run that failed or was cancelled. The run object must not be touched afterwards.</summary>
    protected void CompleteExceptionally()
    {
        var cause = _cause!;
        if (_further is not null)
        {
            RunFailure.Attach(cause, report: null, _further);
        }

        CompleteExceptionally(cause, _causeIsCancellation);
    }

    /// <summary>Clears what a failed run leaves. To be called before the run object goes back to its pool.</summary>
    protected void ClearFailure()
    {
        _cause = null;
        _causeIsCancellation = false;
        _further = null;
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
