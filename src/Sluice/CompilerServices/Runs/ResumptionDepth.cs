using System.Runtime.CompilerServices;

namespace Sluice.CompilerServices;

/// <summary>
/// How many runs the present thread is resuming, each inside the one before: a stage that completes what another run waits for
/// resumes that run on its own stack.
/// </summary>
internal static class ResumptionDepth
{
    /// <summary>
    /// Up to this depth the stack is not looked at, which costs more than all the rest of a resumption. What lies between two of
    /// them is the code of a stage and of whoever it calls, and a stack has room for that much of it.
    /// </summary>
    private const int DeepestUnchecked = 8;

    [ThreadStatic]
    private static int _depth;

    /// <summary>Goes one deeper, unless the stack is nearly used up.</summary>
    /// <returns>Whether there is room.</returns>
    public static bool TryIncrease()
    {
        if (_depth >= DeepestUnchecked && !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return false;
        }

        _depth++;
        return true;
    }

    /// <summary>Comes back from one.</summary>
    public static void Decrease() => _depth--;
}
