using System.ComponentModel;
using System.Runtime.ExceptionServices;

namespace Sluice.CompilerServices;

/// <summary>Turns what a stage threw before its run was suspended into the task that the entry point returns.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class FailedRun
{
    /// <summary>
    /// Whether what a stage threw is a cancellation of the run: by the caller's token, or by <see cref="Outcome.Cancel"/>.
    /// </summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="callerToken">The caller's token.</param>
    /// <returns>Whether it is no failure.</returns>
    public static bool IsCancellation(Exception exception, CancellationToken callerToken) =>
        exception is OperationCanceledException
        && (exception is RunCancelledException || callerToken.IsCancellationRequested);

    /// <summary>Keeps what is known of a run beside the exception that it ends with.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="report">What became of the stages.</param>
    /// <param name="failures">What stages failed with before the run ended.</param>
    public static void Attach(Exception exception, RunReport report, StageFailures failures = default) =>
        RunFailure.Attach(exception, report, failures.Without(exception));

    /// <summary>Makes the task of an entry point that has an output.</summary>
    /// <typeparam name="TResult">The type of the output.</typeparam>
    /// <param name="exception">What was thrown.</param>
    /// <param name="callerToken">The caller's token, which decides whether it is a cancellation.</param>
    /// <returns>A cancelled or failed task that throws the original exception.</returns>
    public static Task<TResult> AsTask<TResult>(Exception exception, CancellationToken callerToken) =>
        IsCancellation(exception, callerToken) ? Cancelled<TResult>(exception) : Task.FromException<TResult>(exception);

    /// <summary>Makes the task of an entry point that has no output.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="callerToken">The caller's token, which decides whether it is a cancellation.</param>
    /// <returns>A cancelled or failed task that throws the original exception.</returns>
    public static Task AsTask(Exception exception, CancellationToken callerToken) =>
        AsTask<bool>(exception, callerToken);

    /// <summary>Makes the result of an entry point that does not throw.</summary>
    /// <typeparam name="T">The type of the output.</typeparam>
    /// <param name="exception">What was thrown.</param>
    /// <param name="report">What became of the stages, already kept beside the exception.</param>
    /// <param name="callerToken">The caller's token, which decides whether it is a cancellation.</param>
    /// <returns>The result.</returns>
    public static PipelineResult<T> AsResult<T>(Exception exception, RunReport report, CancellationToken callerToken) =>
        new(
            new Outcome(
                IsCancellation(exception, callerToken) ? OutcomeStatus.Cancelled : OutcomeStatus.Failed,
                exception
            ),
            report
        );

    // An async method makes a cancelled task that keeps the exception; Task.FromCanceled would lose it.
#pragma warning disable CS1998 // There is nothing to await.
    private static async Task<TResult> Cancelled<TResult>(Exception exception)
#pragma warning restore CS1998
    {
        ExceptionDispatchInfo.Throw(exception);
        return default!;
    }
}
