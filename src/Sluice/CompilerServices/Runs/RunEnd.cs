using System.ComponentModel;
using System.Runtime.ExceptionServices;

namespace Sluice.CompilerServices;

/// <summary>
/// Ends runs that completed on the caller's stack and have a scope: the callbacks of stages are called before the caller gets the
/// result.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RunEnd
{
    /// <summary>Ends a run that succeeded.</summary>
    /// <typeparam name="TResult">The type of the output.</typeparam>
    /// <param name="scope">The scope of the run.</param>
    /// <param name="result">The output.</param>
    /// <param name="outputMayKeepContext">Whether the output could still use a stage's context.</param>
    /// <returns>A task with the output, or with the failure of a clean-up.</returns>
    public static ValueTask<TResult> Succeeded<TResult>(
        RunScope scope,
        TResult result,
        bool outputMayKeepContext = false
    )
    {
        ArgumentNullException.ThrowIfNull(scope);
        if (scope.HasCleanUps)
        {
            var run = new EndingRun<TResult>();
            _ = CleanUpAsync(run, scope, result, outputMayKeepContext);
            return run.ValueTask;
        }

        scope.Close(null, isCancellation: false, outputMayKeepContext);
        return new ValueTask<TResult>(result);
    }

    /// <summary>Ends a run that succeeded and has no output.</summary>
    /// <param name="scope">The scope of the run.</param>
    /// <returns>A task that ends with the run, or fails with the failure of a clean-up.</returns>
    public static ValueTask Succeeded(RunScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        if (scope.HasCleanUps)
        {
            var run = new EndingRun<bool>();
            _ = CleanUpAsync(run, scope, result: true, outputMayKeepContext: false);
            return run.ValueTaskWithoutResult;
        }

        scope.Close();
        return default;
    }

    /// <summary>Ends a run that succeeded, of an entry point that returns a task.</summary>
    /// <typeparam name="TResult">The type of the output; any type if there is none.</typeparam>
    /// <param name="scope">The scope of the run.</param>
    /// <param name="result">The output.</param>
    /// <param name="outputMayKeepContext">Whether the output could still use a stage's context.</param>
    /// <returns>A task with the output, or with the failure of a clean-up.</returns>
    public static Task<TResult> SucceededTask<TResult>(
        RunScope scope,
        TResult result,
        bool outputMayKeepContext = false
    )
    {
        ArgumentNullException.ThrowIfNull(scope);
        if (scope.HasCleanUps)
        {
            var run = new EndingRun<TResult>();
            var task = run.AsTask();
            _ = CleanUpAsync(run, scope, result, outputMayKeepContext);
            return task;
        }

        scope.Close(null, isCancellation: false, outputMayKeepContext);
        return Task.FromResult(result);
    }

    /// <summary>Ends a run that failed or was cancelled.</summary>
    /// <typeparam name="TResult">The type of the output.</typeparam>
    /// <param name="scope">The scope of the run.</param>
    /// <param name="exception">The exception that it ends with.</param>
    /// <param name="callerToken">The run's token, which decides whether it is a cancellation.</param>
    /// <returns>A task that throws the exception.</returns>
    public static ValueTask<TResult> Failed<TResult>(RunScope scope, Exception exception, CancellationToken callerToken)
    {
        var run = new EndingRun<TResult>();
        End(run, scope, exception, callerToken);
        return run.ValueTask;
    }

    /// <summary>Ends a run that failed or was cancelled and has no output.</summary>
    /// <param name="scope">The scope of the run.</param>
    /// <param name="exception">The exception that it ends with.</param>
    /// <param name="callerToken">The run's token, which decides whether it is a cancellation.</param>
    /// <returns>A task that throws the exception.</returns>
    public static ValueTask Failed(RunScope scope, Exception exception, CancellationToken callerToken)
    {
        var run = new EndingRun<bool>();
        End(run, scope, exception, callerToken);
        return run.ValueTaskWithoutResult;
    }

    /// <summary>Ends a run that failed or was cancelled, of an entry point that returns a task.</summary>
    /// <typeparam name="TResult">The type of the output; any type if there is none.</typeparam>
    /// <param name="scope">The scope of the run.</param>
    /// <param name="exception">The exception that it ends with.</param>
    /// <param name="callerToken">The run's token, which decides whether it is a cancellation.</param>
    /// <returns>A task that throws the exception.</returns>
    public static Task<TResult> FailedTask<TResult>(RunScope scope, Exception exception, CancellationToken callerToken)
    {
        var run = new EndingRun<TResult>();
        var task = run.AsTask();
        End(run, scope, exception, callerToken);
        return task;
    }

    /// <summary>Ends a run that returns a result.</summary>
    /// <typeparam name="T">The type of the output.</typeparam>
    /// <param name="scope">The scope of the run.</param>
    /// <param name="result">The result.</param>
    /// <returns>The result; a failed one if only a clean-up has failed.</returns>
    public static ValueTask<PipelineResult<T>> Resulted<T>(RunScope scope, PipelineResult<T> result)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(result);
        if (scope.HasCleanUps)
        {
            return CleanUpAsync(scope, result);
        }

        Close(scope, result);
        return new ValueTask<PipelineResult<T>>(result);
    }

    /// <summary>Ends a run in which nothing can be awaited and that returns a result.</summary>
    /// <typeparam name="T">The type of the output.</typeparam>
    /// <param name="scope">The scope of the run.</param>
    /// <param name="result">The result.</param>
    /// <returns>The result; a failed one if only a clean-up has failed.</returns>
    public static PipelineResult<T> Result<T>(RunScope scope, PipelineResult<T> result)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(result);
        result = WithFailure(result, scope.CleanUp(result.Outcome.Exception));
        Close(scope, result);
        return result;
    }

    /// <summary>Ends a run in which nothing can be awaited and that succeeded.</summary>
    /// <param name="scope">The scope of the run.</param>
    /// <exception cref="Exception">A clean-up has failed. In this case the run has not ended.</exception>
    public static void Succeed(RunScope scope)
    {
        CleanUp(scope);
        scope.Close();
    }

    /// <summary>Calls the callbacks of a run in which nothing can be awaited and that has succeeded so far.</summary>
    /// <param name="scope">The scope of the run.</param>
    /// <exception cref="Exception">A clean-up has failed.</exception>
    public static void CleanUp(RunScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        if (scope.HasCleanUps && scope.CleanUp(null) is { } failure)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }

    /// <summary>Ends a run in which nothing can be awaited and that failed or was cancelled.</summary>
    /// <param name="scope">The scope of the run.</param>
    /// <param name="exception">The exception that it ends with.</param>
    /// <param name="thrown">The exception that was thrown. If it is another, the former is thrown here.</param>
    /// <param name="callerToken">The run's token, which decides whether it is a cancellation.</param>
    public static void Fail(RunScope scope, Exception exception, Exception thrown, CancellationToken callerToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        _ = scope.CleanUp(exception);
        var failure = scope.KeepFailures(exception);
        scope.Close(exception, FailedRun.IsCancellation(exception, callerToken));
        failure?.Thrown();
        FailedRun.ThrowUnless(exception, thrown);
    }

    private static void End<TResult>(
        EndingRun<TResult> run,
        RunScope scope,
        Exception exception,
        CancellationToken callerToken
    )
    {
        ArgumentNullException.ThrowIfNull(scope);
        if (scope.HasCleanUps)
        {
            _ = CleanUpAsync(run, scope, exception, callerToken);
        }
        else
        {
            Close(run, scope, exception, callerToken);
        }
    }

    private static void Close<TResult>(
        EndingRun<TResult> run,
        RunScope scope,
        Exception exception,
        CancellationToken callerToken
    )
    {
        var isCancellation = FailedRun.IsCancellation(exception, callerToken);
        var failure = scope.KeepFailures(exception);
        scope.Close(exception, isCancellation);
        run.Fail(exception, isCancellation, failure);
    }

    // The awaited operation does not throw.
    private static async Task CleanUpAsync<TResult>(
        EndingRun<TResult> run,
        RunScope scope,
        TResult result,
        bool outputMayKeepContext
    )
    {
        var exception = await scope.CleanUpAsync(null).ConfigureAwait(false);
        var failure = exception is null ? null : scope.KeepFailures(exception);
        scope.Close(exception, isCancellation: false, outputMayKeepContext);
        if (exception is null)
        {
            run.Succeed(result);
        }
        else
        {
            run.Fail(exception, isCancellation: false, failure);
        }
    }

    private static async Task CleanUpAsync<TResult>(
        EndingRun<TResult> run,
        RunScope scope,
        Exception exception,
        CancellationToken callerToken
    )
    {
        _ = await scope.CleanUpAsync(exception).ConfigureAwait(false);
        Close(run, scope, exception, callerToken);
    }

    private static async ValueTask<PipelineResult<T>> CleanUpAsync<T>(RunScope scope, PipelineResult<T> result)
    {
        result = WithFailure(result, await scope.CleanUpAsync(result.Outcome.Exception).ConfigureAwait(false));
        Close(scope, result);
        return result;
    }

    // The failures that are attached to an exception are read when a result is made.
    private static PipelineResult<T> WithFailure<T>(PipelineResult<T> result, Exception? exception) =>
        exception is null
            ? result
            : new PipelineResult<T>(
                result.Outcome.Exception is null ? Outcome.Fail(exception) : result.Outcome,
                result.Report
            );

    private static void Close<T>(RunScope scope, PipelineResult<T> result) =>
        scope.Close(result.Outcome.Exception, result.Outcome.Status == OutcomeStatus.Cancelled, report: result.Report);
}
