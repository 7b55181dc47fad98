using System.ComponentModel;
using System.Runtime.ExceptionServices;

namespace Sluice.CompilerServices;

/// <summary>Takes apart what a stage returned that may have produced nothing.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Returned
{
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
                ExceptionDispatchInfo.Throw(returned.Exception!);
                break;
            case OutcomeStatus.Cancelled:
                throw Cancelled(returned);
            case OutcomeStatus.Retry:
                throw RetryRequested(returned);
        }

        return returned.Reason;
    }

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
}
