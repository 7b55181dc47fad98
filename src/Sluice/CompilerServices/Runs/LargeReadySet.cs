using System.ComponentModel;
using System.Numerics;

namespace Sluice.CompilerServices;

/// <summary>The stages that a thread may start, of a plan of more than 64, by their place in the plan's order.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[CLSCompliant(false)]
public ref struct LargeReadySet
{
    private readonly Span<ulong> _words;
    private int _first;

    /// <summary>Makes an empty set.</summary>
    /// <param name="words">Its memory: a bit for each stage of the plan. It is cleared here.</param>
    public LargeReadySet(Span<ulong> words)
    {
        // A user's assembly may be compiled with SkipLocalsInit: then memory from the stack is not cleared.
        words.Clear();
        _words = words;
        _first = words.Length;
    }

    /// <summary>Adds a stage.</summary>
    /// <param name="stage">Its place in the order.</param>
    public void Add(int stage)
    {
        var word = stage >> 6;
        _words[word] |= 1UL << stage;
        _first = Math.Min(_first, word);
    }

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
        for (; _first < _words.Length; _first++)
        {
            ref var word = ref _words[_first];
            if (word != 0)
            {
                stage = (_first << 6) + BitOperations.TrailingZeroCount(word);
                word &= word - 1;
                return true;
            }
        }

        stage = -1;
        return false;
    }
}
