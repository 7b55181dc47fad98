using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace Sluice.CompilerServices;

/// <summary>Turns what a stage threw before its run was suspended into the task that the entry point returns.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class FailedRun
{
    // What was thrown, by what runs ended with instead: runs that start one another do not wrap it again and again.
    private static readonly ConditionalWeakTable<Exception, Exception> Cancellations = [];

    // What a run would have ended with, by what it ended with instead: if that comes from a nested run, what is known of it is beside it.
    private static readonly ConditionalWeakTable<Exception, Exception> ReplacedBy = [];

    /// <summary>
    /// Whether what a stage threw is a cancellation of the run: by the caller's token, or by <see cref="Outcome.Cancel"/>.
    /// </summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="callerToken">The caller's token.</param>
    /// <returns>Whether it is no failure.</returns>
    public static bool IsCancellation(Exception exception, CancellationToken callerToken) =>
        exception is OperationCanceledException
        && (exception is RunCancelledException || callerToken.IsCancellationRequested);

    /// <summary>
    /// What a run ends with: where the caller has cancelled it, a cancellation by the caller's token. Stages may have got a token that
    /// follows it.
    /// </summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="callerToken">The caller's token.</param>
    /// <returns>
    /// The same, or an exception of the same type with the caller's token, whose inner exception is the one that was thrown. Types that are
    /// derived from those of the runtime are left alone.
    /// </returns>
    public static Exception Cause(Exception exception, CancellationToken callerToken) =>
        exception is OperationCanceledException cancellation
        && callerToken.IsCancellationRequested
        && cancellation.CancellationToken != callerToken
            ? WithToken(cancellation, callerToken)
            : exception;

    /// <summary>The exception that a cancellation by the caller's token has taken the place of, or <see langword="null"/>.</summary>
    internal static Exception? Replaced(Exception exception) =>
        ReplacedBy.TryGetValue(exception, out var replaced) ? replaced : null;

    /// <summary>Throws what a run ends with, where that is not what was thrown: that keeps its stack where it is thrown on.</summary>
    /// <param name="exception">What the run ends with.</param>
    /// <param name="thrown">What was thrown.</param>
    public static void ThrowUnless(Exception exception, Exception thrown)
    {
        if (!ReferenceEquals(exception, thrown))
        {
            ExceptionDispatchInfo.Throw(exception);
        }
    }

    /// <summary>Keeps what is known of a run beside the exception that it ends with.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="report">What became of the stages.</param>
    /// <param name="failures">What stages failed with before the run ended.</param>
    public static void Attach(Exception exception, RunReport report, StageFailures failures = default) =>
        _ = RunFailure.Attach(exception, report, failures.Without(exception));

    /// <summary>What is known of a nested run that has failed just now on this thread.</summary>
    /// <param name="exception">What its stage failed with.</param>
    /// <returns>What is known of it, or <see langword="null"/>.</returns>
    public static RunFailure? Nested(Exception exception) => RunFailure.OfNested(exception);

    /// <summary>Makes what an entry point returns whose run failed on the caller's stack.</summary>
    /// <typeparam name="TResult">The type of the output.</typeparam>
    /// <param name="exception">What was thrown. What is known of the run is kept beside it already.</param>
    /// <param name="callerToken">The caller's token, which decides whether it is a cancellation.</param>
    /// <returns>What throws the original exception, and is cancelled or has failed.</returns>
    public static ValueTask<TResult> AsValueTask<TResult>(Exception exception, CancellationToken callerToken)
    {
        var run = new EndingRun<TResult>();
        End(run, exception, callerToken);
        return run.ValueTask;
    }

    /// <summary>The same of an entry point that has no output.</summary>
    /// <param name="exception">What was thrown. What is known of the run is kept beside it already.</param>
    /// <param name="callerToken">The caller's token, which decides whether it is a cancellation.</param>
    /// <returns>What throws the original exception, and is cancelled or has failed.</returns>
    public static ValueTask AsValueTask(Exception exception, CancellationToken callerToken)
    {
        var run = new EndingRun<bool>();
        End(run, exception, callerToken);
        return run.ValueTaskWithoutResult;
    }

    /// <summary>The same of an entry point that returns a task.</summary>
    /// <typeparam name="TResult">The type of the output; anything where there is none.</typeparam>
    /// <param name="exception">What was thrown. What is known of the run is kept beside it already.</param>
    /// <param name="callerToken">The caller's token, which decides whether it is a cancellation.</param>
    /// <returns>A cancelled or failed task that throws the original exception.</returns>
    public static Task<TResult> AsTask<TResult>(Exception exception, CancellationToken callerToken)
    {
        var run = new EndingRun<TResult>();
        var task = run.AsTask();
        End(run, exception, callerToken);
        return task;
    }

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

    private static OperationCanceledException WithToken(
        OperationCanceledException exception,
        CancellationToken callerToken
    )
    {
        var thrown = Cancellations.TryGetValue(exception, out var first) ? first : exception;
        OperationCanceledException? cancellation =
            exception.GetType() == typeof(OperationCanceledException)
                ? new OperationCanceledException(exception.Message, thrown, callerToken)
            : exception.GetType() == typeof(TaskCanceledException)
                ? new TaskCanceledException(exception.Message, thrown, callerToken)
            : null;
        if (cancellation is null)
        {
            return exception;
        }

        Cancellations.Add(cancellation, thrown);
        ReplacedBy.Add(cancellation, exception);
        RunFailure.Inherit(cancellation, exception);
        return cancellation;
    }

    private static void End<TResult>(EndingRun<TResult> run, Exception exception, CancellationToken callerToken) =>
        run.Fail(exception, IsCancellation(exception, callerToken), RunFailure.OfNested(exception));
}
