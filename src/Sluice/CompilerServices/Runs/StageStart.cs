using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Sluice.CompilerServices;

/// <summary>The start of a stage in a run whose stages start one after the other.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class StageStart
{
    /// <summary>Notes that a stage starts, or ends the run if its caller has cancelled it.</summary>
    /// <param name="at">
    /// The index of the stage that started last. The complement of the stage's index if the run ends here.
    /// </param>
    /// <param name="stage">The stage's index.</param>
    /// <param name="token">The token of the run.</param>
    /// <exception cref="OperationCanceledException">The caller has cancelled the run.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Enter(ref int at, int stage, CancellationToken token)
    {
        if (token.IsCancellationRequested)
        {
            at = ~stage;
            token.ThrowIfCancellationRequested();
        }

        at = stage;
    }
}
