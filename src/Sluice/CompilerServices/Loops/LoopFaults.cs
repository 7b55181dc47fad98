namespace Sluice.CompilerServices;

/// <summary>Throws for answers that a loop cannot follow.</summary>
internal static class LoopFaults
{
    /// <summary>Throws if the loop has made all of its rounds.</summary>
    /// <param name="rounds">The number of rounds that it has made.</param>
    /// <param name="maxRounds">The maximum number of rounds.</param>
    /// <param name="decision">The name of the stage that decides.</param>
    public static void ThrowIfExhausted(int rounds, int maxRounds, string decision)
    {
        if (rounds >= maxRounds)
        {
            throw new LoopExhaustedException(decision, rounds);
        }
    }

    /// <summary>Throws if a decision has returned the default value.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="decision">The name of the stage that decides.</param>
    public static void ThrowIfNone(LoopAnswer answer, string decision)
    {
        if (answer == LoopAnswer.None)
        {
            throw new InvalidOperationException(
                $"Stage '{decision}' decides a loop but returned the default value: return Loop.Again or Loop.Done."
            );
        }
    }
}
