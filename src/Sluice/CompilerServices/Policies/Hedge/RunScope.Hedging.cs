namespace Sluice.CompilerServices;

/// <content>Stages that are called once more while they are still under way.</content>
public partial class RunScope
{
    /// <summary>Counts a further call of a stage.</summary>
    /// <param name="stage">The stage's index.</param>
    /// <returns>The number of the call, from 1.</returns>
    public int CallAgain(int stage)
    {
        var number = 1 + Interlocked.Increment(ref _furtherCalls[stage]);
        _hasFurtherCalls = true;
        return number;
    }

    /// <summary>Counts a further call of a stage for the same element.</summary>
    /// <param name="stage">The stage's index.</param>
    /// <param name="number">The number of the call before it, for that element.</param>
    /// <returns>The number of the call, for that element.</returns>
    public int CallAgain(int stage, int number)
    {
        CallAgain(stage);
        return number + 1;
    }
}
