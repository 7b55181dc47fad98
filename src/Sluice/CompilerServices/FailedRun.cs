using System.ComponentModel;
using System.Runtime.ExceptionServices;

namespace Sluice.CompilerServices;

/// <summary>Turns what a stage threw before its run was suspended into the task that the entry point returns.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class FailedRun
{
    /// <summary>Makes the task of an entry point that has an output.</summary>
    /// <typeparam name="TResult">The type of the output.</typeparam>
    /// <param name="exception">What was thrown.</param>
    /// <param name="callerToken">The caller's token, which decides whether it is a cancellation.</param>
    /// <returns>A cancelled or failed task that throws the original exception.</returns>
    public static Task<TResult> AsTask<TResult>(Exception exception, CancellationToken callerToken) =>
        exception is OperationCanceledException && callerToken.IsCancellationRequested
            ? Cancelled<TResult>(exception)
            : Task.FromException<TResult>(exception);

    /// <summary>Makes the task of an entry point that has no output.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="callerToken">The caller's token, which decides whether it is a cancellation.</param>
    /// <returns>A cancelled or failed task that throws the original exception.</returns>
    public static Task AsTask(Exception exception, CancellationToken callerToken) =>
        AsTask<bool>(exception, callerToken);

    // An async method makes a cancelled task that keeps the exception; Task.FromCanceled would lose it.
#pragma warning disable CS1998 // There is nothing to await.
    private static async Task<TResult> Cancelled<TResult>(Exception exception)
#pragma warning restore CS1998
    {
        ExceptionDispatchInfo.Throw(exception);
        return default!;
    }
}
