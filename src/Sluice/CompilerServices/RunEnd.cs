using System.ComponentModel;
using System.Runtime.ExceptionServices;

namespace Sluice.CompilerServices;

/// <summary>
/// Ends runs that completed on the caller's stack and have a scope: what stages registered is called before the caller gets the
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
    /// <returns>The output, or what a clean-up failed with.</returns>
    public static ValueTask<TResult> Succeeded<TResult>(
        RunScope scope,
        TResult result,
        bool outputMayKeepContext = false
    )
    {
        ArgumentNullException.ThrowIfNull(scope);
        if (scope.HasCleanUps)
        {
            return CleanUpAsync(scope, result, outputMayKeepContext);
        }

        scope.Close(null, isCancellation: false, outputMayKeepContext);
        return new ValueTask<TResult>(result);
    }

    /// <summary>Ends a run that succeeded and has no output.</summary>
    /// <param name="scope">The scope of the run.</param>
    /// <returns>Nothing, or what a clean-up failed with.</returns>
    public static ValueTask Succeeded(RunScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        if (scope.HasCleanUps)
        {
            return new ValueTask(CleanUpAsync(scope, true, outputMayKeepContext: false).AsTask());
        }

        scope.Close();
        return default;
    }

    /// <summary>Ends a run that failed or was cancelled.</summary>
    /// <typeparam name="TResult">The type of the output.</typeparam>
    /// <param name="scope">The scope of the run.</param>
    /// <param name="exception">What it ends with.</param>
    /// <param name="callerToken">The run's token, which decides whether it is a cancellation.</param>
    /// <returns>A task that throws the exception.</returns>
    public static Task<TResult> Failed<TResult>(RunScope scope, Exception exception, CancellationToken callerToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        if (!scope.HasCleanUps)
        {
            scope.Close(exception, FailedRun.IsCancellation(exception, callerToken));
            return FailedRun.AsTask<TResult>(exception, callerToken);
        }

        return CleanUpAsync<TResult>(scope, exception, callerToken).Unwrap();
    }

    /// <summary>Ends a run that failed or was cancelled and has no output.</summary>
    /// <param name="scope">The scope of the run.</param>
    /// <param name="exception">What it ends with.</param>
    /// <param name="callerToken">The run's token, which decides whether it is a cancellation.</param>
    /// <returns>A task that throws the exception.</returns>
    public static Task Failed(RunScope scope, Exception exception, CancellationToken callerToken) =>
        Failed<bool>(scope, exception, callerToken);

    /// <summary>Ends a run that gives a result.</summary>
    /// <typeparam name="T">The type of the output.</typeparam>
    /// <param name="scope">The scope of the run.</param>
    /// <param name="result">The result.</param>
    /// <returns>The result, changed where a clean-up failed and nothing else had.</returns>
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

    /// <summary>Ends a run in which nothing can be awaited and that gives a result.</summary>
    /// <typeparam name="T">The type of the output.</typeparam>
    /// <param name="scope">The scope of the run.</param>
    /// <param name="result">The result.</param>
    /// <returns>The result, changed where a clean-up failed and nothing else had.</returns>
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
    /// <exception cref="Exception">A clean-up failed. The run has not ended then.</exception>
    public static void Succeed(RunScope scope)
    {
        CleanUp(scope);
        scope.Close();
    }

    /// <summary>Calls what has been registered in a run in which nothing can be awaited and that succeeded so far.</summary>
    /// <param name="scope">The scope of the run.</param>
    /// <exception cref="Exception">A clean-up failed.</exception>
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
    /// <param name="exception">What it ends with.</param>
    /// <param name="thrown">What was thrown: where it is another, the exception is thrown here.</param>
    /// <param name="callerToken">The run's token, which decides whether it is a cancellation.</param>
    public static void Fail(RunScope scope, Exception exception, Exception thrown, CancellationToken callerToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        _ = scope.CleanUp(exception);
        scope.Close(exception, FailedRun.IsCancellation(exception, callerToken));
        FailedRun.ThrowUnless(exception, thrown);
    }

    private static async ValueTask<TResult> CleanUpAsync<TResult>(
        RunScope scope,
        TResult result,
        bool outputMayKeepContext
    )
    {
        var failure = await scope.CleanUpAsync(null).ConfigureAwait(false);
        scope.Close(failure, isCancellation: false, outputMayKeepContext);
        if (failure is not null)
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        return result;
    }

    private static async Task<Task<TResult>> CleanUpAsync<TResult>(
        RunScope scope,
        Exception exception,
        CancellationToken callerToken
    )
    {
        _ = await scope.CleanUpAsync(exception).ConfigureAwait(false);
        scope.Close(exception, FailedRun.IsCancellation(exception, callerToken));
        return FailedRun.AsTask<TResult>(exception, callerToken);
    }

    private static async ValueTask<PipelineResult<T>> CleanUpAsync<T>(RunScope scope, PipelineResult<T> result)
    {
        result = WithFailure(result, await scope.CleanUpAsync(result.Outcome.Exception).ConfigureAwait(false));
        Close(scope, result);
        return result;
    }

    // What is attached to an exception is read when a result is made.
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
