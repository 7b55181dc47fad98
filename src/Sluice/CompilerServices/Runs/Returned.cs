using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace Sluice.CompilerServices;

/// <summary>Looks at what a stage, or a method that a policy names, returned.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Returned
{
    // The state of an exception when an outcome first had it. One object may be returned by any number of runs: each throws it with this
    // state, so that its stack trace does not grow.
    private static readonly ConditionalWeakTable<Exception, ExceptionDispatchInfo> States = [];

    /// <summary>Takes an optional apart.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="returned">What the stage returned.</param>
    /// <param name="value">The value.</param>
    /// <returns>Why there is none, or <see langword="null"/>.</returns>
    public static string? Take<T>(Optional<T> returned, out T value)
    {
        _ = returned.TryGetValue(out value!);
        return returned.Reason;
    }

    /// <summary>Takes an outcome apart. What is neither a value nor a skip is thrown.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="returned">What the stage returned.</param>
    /// <param name="value">The value.</param>
    /// <returns>Why there is none, or <see langword="null"/>.</returns>
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

    /// <summary>Throws what an outcome failed with, with the stack trace that it has already.</summary>
    internal static void Throw(Exception exception) =>
        States.GetValue(exception, ExceptionDispatchInfo.Capture).Throw();

    /// <summary>Takes an outcome apart whose stage promises that it never skips itself.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="stage">The name of the stage.</param>
    /// <param name="returned">What the stage returned.</param>
    /// <param name="value">The value.</param>
    /// <returns><see langword="null"/>.</returns>
    /// <exception cref="InvalidOperationException">The outcome is skipped.</exception>
    public static string? TakeUnskipped<T>(string stage, Outcome<T> returned, out T value) =>
        Take(returned, out value) is not { } reason
            ? null
            : throw new InvalidOperationException(
                $"Stage '{stage}' says with Skips = false that it never skips itself, and it did: {reason}."
            );

    /// <summary>The task that a method returned.</summary>
    /// <param name="task">What the method returned.</param>
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

    /// <summary>The task that a method returned.</summary>
    /// <typeparam name="T">The type of the task's result.</typeparam>
    /// <param name="task">What the method returned.</param>
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

    /// <summary>What an outcome that cancels the run ends it with.</summary>
    internal static RunCancelledException Cancelled<T>(Outcome<T> returned) =>
        returned.Exception is null
            ? new RunCancelledException(returned.Reason!)
            : new RunCancelledException(returned.Reason!, returned.Exception);

    /// <summary>What a stage fails with that asks to be tried again where no retry is declared.</summary>
    internal static RetryRequestedException RetryRequested<T>(Outcome<T> returned) =>
        new("The stage asked to be tried again, and no further attempt is made.", returned.Exception)
        {
            RetryAfter = returned.RetryAfter!.Value,
        };

    [DoesNotReturn]
    private static void ThrowNoTask(string name) =>
        throw new InvalidOperationException($"'{name}' returned null instead of a task.");
}
