using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>A run of a sequential plan: it is suspended and resumed at one place at a time.</summary>
/// <typeparam name="TResult">The type of the run's output.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SequentialRun<TResult> : PipelineRun<TResult>, IThreadPoolWorkItem
{
    /// <summary>Makes a run object; its continuation is made once.</summary>
    protected SequentialRun() => Continuation = Continue;

    /// <summary>The delegate that resumes the run. Once a stage has it, the run object must not be touched any more.</summary>
    protected Action Continuation { get; }

    /// <summary>The details of the nested run whose exception ends this one. They are taken when it is thrown: other runs may throw it too.</summary>
    protected RunFailure? Nested { get; set; }

    /// <inheritdoc />
    public void Execute() => Continue();

    /// <summary>Continues from the step at which the run was suspended.</summary>
    protected abstract void Advance();

    /// <summary>Resumes the run on the thread pool. The run object must not be touched afterwards.</summary>
    protected void Offload() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true);

    /// <summary>Ends the run with the exception of a stage or of a cancellation. The run object must not be touched afterwards.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="report">The report of the run.</param>
    /// <param name="failures">The failures of stages that the run went on after.</param>
    protected void Fail(Exception exception, RunReport report, StageFailures failures = default)
    {
        var cause = failures.FirstOr(exception);
        var failure = RunFailure.Attach(cause, report, failures.Without(cause));
        CompleteExceptionally(cause, FailedRun.IsCancellation(cause, CallerToken), failure);
    }

    /// <summary>Keeps the details of a failed run beside its exception, if the run returns a result.</summary>
    /// <param name="exception">The exception that the run ends with.</param>
    /// <param name="report">The report of the run.</param>
    /// <param name="failures">The failures of stages that the run went on after.</param>
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
