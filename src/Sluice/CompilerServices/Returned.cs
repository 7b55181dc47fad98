using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace Sluice.CompilerServices;

/// <summary>Takes apart what a stage returned that may have produced nothing.</summary>
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
