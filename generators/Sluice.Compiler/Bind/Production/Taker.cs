namespace Sluice.Compiler.Bind.Production;

/// <summary>A stage or output that uses the value of a stage.</summary>
/// <param name="Stage">The position of the stage that uses it, or -1 for an output of the entry point.</param>
/// <param name="IsCondition">Whether the value decides a condition of the stage.</param>
/// <param name="TakesOutcome">Whether it takes the failure as well.</param>
internal readonly record struct Taker(int Stage, bool IsCondition, bool TakesOutcome)
{
    /// <summary>
    /// Whether it may run without the value and does not learn why there is none, so a failure would be lost.
    /// </summary>
    public bool GoesWithout { get; init; }

    public bool IsOutput => Stage < 0;
}
