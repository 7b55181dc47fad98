using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Sluice.CompilerServices;

/// <summary>
/// The number of runs that the present thread is resuming, each on the stack of the one before: a stage that completes an operation
/// which another run awaits resumes that run on its own stack.
/// </summary>
internal static class ResumptionDepth
{
    /// <summary>
    /// Up to this depth the stack is not checked, which would cost more than the rest of a resumption. Between two resumptions lie the
    /// frames of one stage and the code that it calls, and a stack has room for this many of them.
    /// </summary>
    private const int DeepestUnchecked = 8;

    [ThreadStatic]
    private static int _depth;

    /// <summary>Goes one level deeper, unless the stack is nearly used up.</summary>
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

    /// <summary>Returns from one level.</summary>
    public static void Decrease()
    {
        Debug.Assert(_depth > 0, "No resumption is under way on this thread.");
        _depth--;
    }
}
