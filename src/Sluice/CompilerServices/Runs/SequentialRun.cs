using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>A run of a sequential plan: it is suspended and resumed at one place at a time.</summary>
/// <typeparam name="TResult">The type of the run's output.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SequentialRun<TResult> : PipelineRun<TResult>, IThreadPoolWorkItem
{
    /// <summary>Makes a run object; its continuation is made once.</summary>
    protected SequentialRun() => Continuation = Continue;

    /// <summary>What resumes the run. Once a stage has it, the run object must not be touched any more.</summary>
    protected Action Continuation { get; }

    /// <summary>What is known of the nested run whose failure this one ends with: found when it is thrown, as others may throw it, too.</summary>
    protected RunFailure? Nested { get; set; }

    /// <inheritdoc />
    public void Execute() => Continue();

    /// <summary>Goes on from the step at which the run was suspended.</summary>
    protected abstract void Advance();

    /// <summary>Resumes the run on the thread pool. The run object must not be touched afterwards.</summary>
    protected void Offload() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true);

    /// <summary>Ends the run with what a stage threw, or with its cancellation. The run object must not be touched afterwards.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="report">What became of the stages.</param>
    /// <param name="failures">What stages failed with that the run went on after.</param>
    protected void Fail(Exception exception, RunReport report, StageFailures failures = default)
    {
        var cause = failures.FirstOr(exception);
        var failure = RunFailure.Attach(cause, report, failures.Without(cause));
        CompleteExceptionally(cause, FailedRun.IsCancellation(cause, CallerToken), failure);
    }

    /// <summary>Keeps what is known of a failed run beside its exception, where the run gives a result.</summary>
    /// <param name="exception">What the run ends with.</param>
    /// <param name="report">What became of the stages.</param>
    /// <param name="failures">What stages failed with that the run went on after.</param>
    protected void Attach(Exception exception, RunReport report, StageFailures failures = default) =>
        RunFailure.Attach(exception, report, failures.Without(exception));

    private void Continue()
    {
        if (TryEnter(Continuation, out var previous))
        {
            Advance();
            Leave(previous);
        }
    }
}
