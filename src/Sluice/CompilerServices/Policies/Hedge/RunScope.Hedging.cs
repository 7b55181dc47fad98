namespace Sluice.CompilerServices;

/// <content>Stages that are called again while an earlier call is under way.</content>
public partial class RunScope
{
    /// <summary>Counts a further call of a stage.</summary>
    /// <param name="stage">The stage's index.</param>
    /// <returns>The number of the call, from 1.</returns>
    public int CallAgain(int stage) => _calls.AddFurther(stage);

    /// <summary>Counts a further call of a stage for the same element.</summary>
    /// <param name="stage">The stage's index.</param>
    /// <param name="number">The number of the call before it, for that element.</param>
    /// <returns>The number of the call, for that element.</returns>
    public int CallAgain(int stage, int number)
    {
        _calls.AddFurther(stage);
        return number + 1;
    }
}
