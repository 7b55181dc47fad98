using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace Sluice.CompilerServices;

/// <summary>Examines the return value of a stage, or of a method that a policy names.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Returned
{
    // The state that an exception had when an outcome first returned it. Many runs may return one object: each throws it with this state,
    // so that its stack trace does not grow.
    private static readonly ConditionalWeakTable<Exception, ExceptionDispatchInfo> States = [];

    /// <summary>Gets the value of an optional.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="returned">The return value of the stage.</param>
    /// <param name="value">The value.</param>
    /// <returns>The reason why there is no value, or <see langword="null"/> if there is one.</returns>
    public static string? Take<T>(Optional<T> returned, out T value)
    {
        _ = returned.TryGetValue(out value!);
        return returned.Reason;
    }

    /// <summary>Gets the value of an outcome. A failure, a cancellation or a request to retry is thrown.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="returned">The return value of the stage.</param>
    /// <param name="value">The value.</param>
    /// <returns>The reason why there is no value, or <see langword="null"/> if there is one.</returns>
    public static string? Take<T>(Outcome<T> returned, out T value)
    {
        if (returned.TryGetValue(out value!))
        {
            return null;
        }

        switch (returned.Status)
        {
            case OutcomeStatus.Failed:
                Throw(returned.Exception!);
                break;
            case OutcomeStatus.Cancelled:
                throw Cancelled(returned);
            case OutcomeStatus.Retry:
                throw RetryRequested(returned);
        }

        return returned.Reason;
    }

    /// <summary>Throws the failure of an outcome with the stack trace that it has already.</summary>
    internal static void Throw(Exception exception) =>
        States.GetValue(exception, ExceptionDispatchInfo.Capture).Throw();

    /// <summary>Gets the value of an outcome whose stage promises never to skip itself.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="stage">The name of the stage.</param>
    /// <param name="returned">The return value of the stage.</param>
    /// <param name="value">The value.</param>
    /// <returns><see langword="null"/>.</returns>
    /// <exception cref="InvalidOperationException">The outcome is skipped.</exception>
    public static string? TakeUnskipped<T>(string stage, Outcome<T> returned, out T value) =>
        Take(returned, out value) is not { } reason
            ? null
            : throw new InvalidOperationException(
                $"Stage '{stage}' skipped itself although it declares Skips = false: {reason}."
            );

    /// <summary>Checks that a method has returned a task.</summary>
    /// <param name="task">The return value of the method.</param>
    /// <param name="name">The name of the stage or method, for messages.</param>
    /// <returns>The task.</returns>
    /// <exception cref="InvalidOperationException">The method returned <see langword="null"/>.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Task NotNull([NotNull] Task? task, string name)
    {
        if (task is null)
        {
            ThrowNoTask(name);
        }

        return task;
    }

    /// <summary>Checks that a method has returned a task.</summary>
    /// <typeparam name="T">The type of the task's result.</typeparam>
    /// <param name="task">The return value of the method.</param>
    /// <param name="name">The name of the stage or method, for messages.</param>
    /// <returns>The task.</returns>
    /// <exception cref="InvalidOperationException">The method returned <see langword="null"/>.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Task<T> NotNull<T>([NotNull] Task<T>? task, string name)
    {
        if (task is null)
        {
            ThrowNoTask(name);
        }

        return task;
    }

    /// <summary>Makes the exception of an outcome that cancels the run.</summary>
    internal static RunCancelledException Cancelled<T>(Outcome<T> returned) =>
        returned.Exception is null
            ? new RunCancelledException(returned.Reason!)
            : new RunCancelledException(returned.Reason!, returned.Exception);

    /// <summary>Makes the exception of a stage that asks for a retry when no further attempt is made.</summary>
    internal static RetryRequestedException RetryRequested<T>(Outcome<T> returned) =>
        new("The stage requested a retry, but no further attempt is made.", returned.Exception)
        {
            RetryAfter = returned.RetryAfter!.Value,
        };

    [DoesNotReturn]
    private static void ThrowNoTask(string name) =>
        throw new InvalidOperationException($"'{name}' returned null instead of a task.");
}
