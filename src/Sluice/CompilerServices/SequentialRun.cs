using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Sluice.CompilerServices;

/// <summary>A run of a sequential plan: it is suspended and resumed at one place at a time.</summary>
/// <typeparam name="TResult">The type of the run's output.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SequentialRun<TResult> : PipelineRun<TResult>, IThreadPoolWorkItem
{
    private readonly Action _continue;

    /// <summary>Makes a run object; its continuation is made once.</summary>
    protected SequentialRun() => _continue = Continue;

    /// <inheritdoc />
    public void Execute() => Continue();

    /// <summary>Goes on from the step at which the run was suspended.</summary>
    protected abstract void Advance();

    /// <summary>Resumes the run when a stage has ended. The run object must not be touched afterwards.</summary>
    /// <typeparam name="TAwaiter">The type of the stage's awaiter.</typeparam>
    /// <param name="awaiter">The stage's awaiter.</param>
    protected void Await<TAwaiter>(ref TAwaiter awaiter)
        where TAwaiter : ICriticalNotifyCompletion => awaiter.UnsafeOnCompleted(_continue);

    /// <summary>Resumes the run on the thread pool. The run object must not be touched afterwards.</summary>
    protected void Offload() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true);

    /// <summary>Ends the run with what a stage threw, or with its cancellation.</summary>
    /// <param name="exception">The exception.</param>
    protected void Fail(Exception exception) =>
        CompleteExceptionally(
            exception,
            exception is OperationCanceledException && CallerToken.IsCancellationRequested
        );

    private void Continue()
    {
        if (TryEnter(_continue, out var previous))
        {
            Advance();
            Leave(previous);
        }
    }
}
