using System.ComponentModel;
using System.Numerics;

namespace Sluice.CompilerServices;

/// <summary>The stages that a thread may start, of a plan of at most 64, by their place in the plan's order.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1815 // It is a work list on one stack, and is never compared.
[CLSCompliant(false)]
public struct SmallReadySet
#pragma warning restore CA1815
{
    private ulong _stages;

    /// <summary>Makes a set.</summary>
    /// <param name="stages">The stages that are ready, a bit for each.</param>
    public SmallReadySet(ulong stages) => _stages = stages;

    /// <summary>Adds a stage.</summary>
    /// <param name="stage">Its place in the order.</param>
    public void Add(int stage) => _stages |= 1UL << stage;

    /// <summary>Counts down what a stage waits for, and adds the stage if that was the last.</summary>
    /// <param name="waiting">The number of predecessors that the stage still waits for.</param>
    /// <param name="stage">Its place in the order.</param>
    public void Release(ref int waiting, int stage)
    {
        if (Interlocked.Decrement(ref waiting) == 0)
        {
            Add(stage);
        }
    }

    /// <summary>Takes the first stage of the order that is ready.</summary>
    /// <param name="stage">Its place in the order.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryTake(out int stage)
    {
        stage = BitOperations.TrailingZeroCount(_stages);
        _stages &= _stages - 1;
        return stage < 64;
    }
}
