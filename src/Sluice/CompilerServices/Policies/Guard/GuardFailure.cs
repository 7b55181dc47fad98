using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>Says why a guard has not passed.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GuardFailure
{
    /// <summary>Makes what a run fails with for a guard that has returned <see langword="false"/> and has nothing run again.</summary>
    /// <param name="guard">The guard's name.</param>
    /// <returns>The refusal.</returns>
    public static GuardFailedException Refusal(string guard) =>
        Exception(guard, GuardFailureReason.NotRetried, attempts: 1, exception: null);

    /// <summary>Makes of what a guard threw, which has nothing run again, what its run fails with.</summary>
    /// <param name="guard">The guard's name.</param>
    /// <param name="exception">What it threw.</param>
    /// <returns>The refusal; the exception itself where it is one already.</returns>
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
            ? $"Guard '{guard}' has not passed."
            : $"Guard '{guard}' has not passed in {attempts} {(attempts == 1 ? "attempt" : "attempts")}: {Text(reason)}.";

    private static string Text(GuardFailureReason reason) =>
        reason switch
        {
            GuardFailureReason.AttemptsExhausted => "no more are allowed",
            GuardFailureReason.NoProgress => "the last gave the same value as the one before",
            GuardFailureReason.TimedOut => "the time for further ones is up",
            _ => "the run was over",
        };
}
