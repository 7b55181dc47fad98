using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>Says why a guard has not passed.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GuardFailure
{
    /// <summary>Lets a guard pass that returned <see langword="true"/>.</summary>
    /// <param name="guard">The guard's name.</param>
    /// <param name="passed">What it returned.</param>
    /// <exception cref="GuardFailedException">It returned <see langword="false"/>.</exception>
    public static void ThrowUnless(string guard, bool passed)
    {
        if (!passed)
        {
            throw new GuardFailedException($"Guard '{guard}' has not passed.")
            {
                Guard = guard,
                Reason = GuardFailureReason.NotRetried,
                Attempts = 1,
            };
        }
    }

    internal static GuardFailedException Exception(
        string guard,
        GuardFailureReason reason,
        int attempts,
        Exception exception
    ) =>
        new(
            $"Guard '{guard}' has not passed in {attempts} {(attempts == 1 ? "attempt" : "attempts")}: {Text(reason)}.",
            exception
        )
        {
            Guard = guard,
            Reason = reason,
            Attempts = attempts,
        };

    private static string Text(GuardFailureReason reason) =>
        reason switch
        {
            GuardFailureReason.AttemptsExhausted => "no more are allowed",
            GuardFailureReason.NoProgress => "the last gave the same value as the one before",
            GuardFailureReason.TimedOut => "the time for further ones is up",
            _ => "it is not retried",
        };
}
