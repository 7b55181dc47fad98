using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Sluice.CompilerServices;

/// <summary>A run of a concurrent plan: any number of its stages may be under way, and any of them may fail.</summary>
/// <typeparam name="TResult">The type of the run's output.</typeparam>
/// <remarks>
/// The run counts its activities: a thread that starts stages is one, and so is each stage that is under way. Whoever ends the last
/// of them ends the run, so that nothing of it is left when its task completes.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ConcurrentRun<TResult> : PipelineRun<TResult>
{
    private readonly object _gate = new();
    private int _activities;
    private Exception? _cause;
    private bool _causeIsCancellation;
    private List<Exception>? _further;

    /// <summary>The source of the run's own token, where the plan needs one.</summary>
    private protected virtual CancellationTokenSource? Source => null;

    /// <summary>Whether the run ends with a failure or a cancellation.</summary>
    protected bool HasFailed => Volatile.Read(ref _cause) is not null;

    /// <summary>Counts the calling thread as the run's first activity.</summary>
    protected void BeginActivities() => _activities = 1;

    /// <summary>Counts one more activity, which must end with <see cref="EndActivity"/>.</summary>
    protected void BeginActivity() => Interlocked.Increment(ref _activities);

    /// <summary>Ends an activity. Unless it was the last, the run object must not be touched afterwards.</summary>
    /// <returns>Whether it was the last, so that the caller has to end the run.</returns>
    protected bool EndActivity() => Volatile.Read(ref _activities) == 1 || Interlocked.Decrement(ref _activities) == 0;

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

    /// <summary>Resumes the run when a stage has ended.</summary>
    /// <typeparam name="TAwaiter">The type of the stage's awaiter.</typeparam>
    /// <param name="awaiter">The stage's awaiter.</param>
    /// <param name="continuation">What resumes the run. It ends the activity that begins here.</param>
    protected void Await<TAwaiter>(ref TAwaiter awaiter, Action continuation)
        where TAwaiter : ICriticalNotifyCompletion
    {
        BeginActivity();
        try
        {
            awaiter.UnsafeOnCompleted(continuation);
        }
        catch
        {
            // Nothing will call the continuation. The caller's own activity is still counted, so this one is never the last.
            Interlocked.Decrement(ref _activities);
            throw;
        }
    }

    /// <summary>Starts a stage on the thread pool.</summary>
    /// <param name="stage">The stage. What it calls ends the activity that begins here.</param>
    protected void Offload(OffloadedStage stage)
    {
        BeginActivity();
        ThreadPool.UnsafeQueueUserWorkItem(stage, preferLocal: true);
    }

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
            RunFailure.Attach(cause, _further);
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
