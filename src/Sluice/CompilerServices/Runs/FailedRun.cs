using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace Sluice.CompilerServices;

/// <summary>Makes the task of an entry point whose run failed before it was suspended.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class FailedRun
{
    // The exceptions that were thrown, by those that runs ended with instead: nested runs do not wrap an exception again and again.
    private static readonly ConditionalWeakTable<Exception, Exception> Cancellations = [];

    // The exceptions that were replaced, by those that replaced them. The details of a nested run are kept beside the former.
    private static readonly ConditionalWeakTable<Exception, Exception> ReplacedBy = [];

    /// <summary>
    /// Whether the exception of a stage is a cancellation of the run: by the caller's token, or by <see cref="Outcome.Cancel"/>.
    /// </summary>
    /// <param name="exception">The exception.</param>
    /// <param name="callerToken">The caller's token.</param>
    /// <returns>Whether it is a cancellation and not a failure.</returns>
    public static bool IsCancellation(Exception exception, CancellationToken callerToken) =>
        exception is OperationCanceledException
        && (exception is RunCancelledException || callerToken.IsCancellationRequested);

    /// <summary>
    /// The exception that a run ends with. If the caller has cancelled the run, it has the caller's token, even if stages got a token that
    /// follows the caller's.
    /// </summary>
    /// <param name="exception">The exception of a stage.</param>
    /// <param name="callerToken">The caller's token.</param>
    /// <returns>
    /// The same exception, or one of the same type with the caller's token, whose inner exception is the one that was thrown. Exceptions
    /// of derived types are not replaced.
    /// </returns>
    public static Exception Cause(Exception exception, CancellationToken callerToken) =>
        exception is OperationCanceledException cancellation
        && callerToken.IsCancellationRequested
        && cancellation.CancellationToken != callerToken
            ? WithToken(cancellation, callerToken)
            : exception;

    /// <summary>The exception that a cancellation by the caller's token has replaced, or <see langword="null"/>.</summary>
    internal static Exception? Replaced(Exception exception) =>
        ReplacedBy.TryGetValue(exception, out var replaced) ? replaced : null;

    /// <summary>Throws the exception that a run ends with if it is not the one in flight, which is rethrown with its stack trace.</summary>
    /// <param name="exception">The exception that the run ends with.</param>
    /// <param name="thrown">The exception that was thrown.</param>
    public static void ThrowUnless(Exception exception, Exception thrown)
    {
        if (!ReferenceEquals(exception, thrown))
        {
            ExceptionDispatchInfo.Throw(exception);
        }
    }

    /// <summary>Keeps the details of a run beside the exception that it ends with.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="report">The report of the run.</param>
    /// <param name="failures">The failures of stages that the run went on after.</param>
    public static void Attach(Exception exception, RunReport report, StageFailures failures = default) =>
        _ = RunFailure.Attach(exception, report, failures.Without(exception));

    /// <summary>The details of a nested run that has just failed on this thread.</summary>
    /// <param name="exception">The exception of its stage.</param>
    /// <returns>The details, or <see langword="null"/> if there are none.</returns>
    public static RunFailure? Nested(Exception exception) => RunFailure.OfNested(exception);

    /// <summary>Makes the task of an entry point whose run failed on the caller's stack.</summary>
    /// <typeparam name="TResult">The type of the output.</typeparam>
    /// <param name="exception">The exception. The details of the run are kept beside it already.</param>
    /// <param name="callerToken">The caller's token, which decides whether it is a cancellation.</param>
    /// <returns>A cancelled or failed task that throws the original exception.</returns>
    public static ValueTask<TResult> AsValueTask<TResult>(Exception exception, CancellationToken callerToken)
    {
        var run = new EndingRun<TResult>();
        End(run, exception, callerToken);
        return run.ValueTask;
    }

    /// <summary>Makes the task of an entry point without an output whose run failed on the caller's stack.</summary>
    /// <param name="exception">The exception. The details of the run are kept beside it already.</param>
    /// <param name="callerToken">The caller's token, which decides whether it is a cancellation.</param>
    /// <returns>A cancelled or failed task that throws the original exception.</returns>
    public static ValueTask AsValueTask(Exception exception, CancellationToken callerToken)
    {
        var run = new EndingRun<bool>();
        End(run, exception, callerToken);
        return run.ValueTaskWithoutResult;
    }

    /// <summary>Makes the <see cref="Task{TResult}"/> of an entry point whose run failed on the caller's stack.</summary>
    /// <typeparam name="TResult">The type of the output; any type if there is none.</typeparam>
    /// <param name="exception">The exception. The details of the run are kept beside it already.</param>
    /// <param name="callerToken">The caller's token, which decides whether it is a cancellation.</param>
    /// <returns>A cancelled or failed task that throws the original exception.</returns>
    public static Task<TResult> AsTask<TResult>(Exception exception, CancellationToken callerToken)
    {
        var run = new EndingRun<TResult>();
        var task = run.AsTask();
        End(run, exception, callerToken);
        return task;
    }

    /// <summary>Makes the result of an entry point that returns failures instead of throwing them.</summary>
    /// <typeparam name="T">The type of the output.</typeparam>
    /// <param name="exception">The exception.</param>
    /// <param name="report">The report of the run, already kept beside the exception.</param>
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
