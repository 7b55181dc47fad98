namespace Sluice.CompilerServices;

/// <summary>
/// The numbers of the rounds that the loops of one run are in. Loops that do not overlap may count at the same time.
/// </summary>
/// <remarks>A mutable struct: it must be a field, and must not be copied.</remarks>
internal struct RoundNumbers
{
    // The rounds of each loop that have ended, by the index of its decision. The array may be longer than the run has stages.
    private int[] _ended = [];
    private bool _hasEnded;

    /// <summary>Makes the numbers of no run.</summary>
    public RoundNumbers() { }

    /// <summary>The number of the round that a loop is in, from 1.</summary>
    /// <param name="decision">The index of the stage that decides the loop.</param>
    public readonly int Of(int decision) => _hasEnded ? 1 + _ended[decision] : 1;

    /// <summary>Counts a round that has ended with a further one.</summary>
    /// <param name="decision">The index of the stage that decides the loop.</param>
    /// <param name="stages">The number of stages of the entry point.</param>
    /// <param name="gate">The lock under which the numbers are made.</param>
    public void Next(int decision, int stages, object gate)
    {
        lock (gate)
        {
            if (_ended.Length < stages)
            {
                _ended = new int[stages];
            }

            _ended[decision]++;
            _hasEnded = true;
        }
    }

    /// <summary>Begins a loop anew, since the loop that contains it has a further round.</summary>
    /// <param name="decision">The index of the stage that decides the loop.</param>
    public readonly void Restart(int decision)
    {
        if (_hasEnded)
        {
            _ended[decision] = 0;
        }
    }

    /// <summary>Clears the numbers for the next run.</summary>
    public void Clear()
    {
        if (_hasEnded)
        {
            Array.Clear(_ended);
            _hasEnded = false;
        }
    }
}
