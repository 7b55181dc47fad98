using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Sluice.CompilerServices;

/// <summary>Restores the execution context of the caller of an entry point.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CallerContext
{
    /// <summary>Undoes the changes that stages on this thread have made to its execution context.</summary>
    /// <param name="captured">The context that <see cref="ExecutionContext.Capture"/> returned before they ran.</param>
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
        // If the caller suppresses the flow, nothing was captured and nothing can be restored.
        if (captured is not null)
        {
            ExecutionContext.Restore(captured);
        }
    }
}
