using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>Makes the exceptions of guards that have not passed.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GuardFailure
{
    /// <summary>Makes the exception of a guard that has returned <see langword="false"/> and has no stage run again.</summary>
    /// <param name="guard">The guard's name.</param>
    /// <returns>The exception.</returns>
    public static GuardFailedException Refusal(string guard) =>
        Exception(guard, GuardFailureReason.NotRetried, attempts: 1, exception: null);

    /// <summary>Makes the exception of a guard that has thrown and has no stage run again.</summary>
    /// <param name="guard">The guard's name.</param>
    /// <param name="exception">The exception that it threw.</param>
    /// <returns>An exception with the thrown one inside; the thrown one if it is such an exception already.</returns>
    public static GuardFailedException Of(string guard, Exception exception) =>
        exception is GuardFailedException { Reason: GuardFailureReason.NotRetried, InnerException: null } refusal
        && string.Equals(refusal.Guard, guard, StringComparison.Ordinal)
            ? refusal
            : Exception(guard, GuardFailureReason.NotRetried, attempts: 1, exception);

    internal static GuardFailedException Exception(
        string guard,
        GuardFailureReason reason,
        int attempts,
        Exception? exception
    ) =>
        new(Message(guard, reason, attempts), exception)
        {
            Guard = guard,
            Reason = reason,
            Attempts = attempts,
        };

    private static string Message(string guard, GuardFailureReason reason, int attempts) =>
        attempts == 1 && reason == GuardFailureReason.NotRetried
            ? $"Guard '{guard}' did not pass."
            : $"Guard '{guard}' did not pass in {attempts} {(attempts == 1 ? "attempt" : "attempts")}: {Text(reason)}.";

    private static string Text(GuardFailureReason reason) =>
        reason switch
        {
            GuardFailureReason.AttemptsExhausted => "no more attempts are allowed",
            GuardFailureReason.NoProgress => "the last attempt gave the same value as the one before",
            GuardFailureReason.TimedOut => "the time for further attempts has expired",
            _ => "the run had ended",
        };
}
