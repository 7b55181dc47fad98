using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Sluice.CompilerServices;

/// <summary>Leaves the caller's execution context as an entry point found it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CallerContext
{
    /// <summary>Undoes what stages that ran on this thread did to its execution context.</summary>
    /// <param name="captured">What <see cref="ExecutionContext.Capture"/> gave before they ran.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Restore(ExecutionContext? captured)
    {
        if (!ReferenceEquals(ExecutionContext.Capture(), captured))
        {
            RestoreChanged(captured);
        }
    }

    private static void RestoreChanged(ExecutionContext? captured)
    {
        // Nothing was captured where the caller suppresses the flow: then there is nothing to go back to.
        if (captured is not null)
        {
            ExecutionContext.Restore(captured);
        }
    }
}
