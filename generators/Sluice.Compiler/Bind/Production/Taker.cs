namespace Sluice.Compiler.Bind.Production;

/// <summary>Who asks for the value of a stage.</summary>
/// <param name="Stage">The stage that does, by its position, or -1 for an output of the entry point.</param>
/// <param name="IsCondition">Whether it compares the value to know whether it runs.</param>
/// <param name="TakesOutcome">Whether it takes the failure as well.</param>
internal readonly record struct Taker(int Stage, bool IsCondition, bool TakesOutcome)
{
    /// <summary>
    /// Whether it may run without the value and does not learn why there is none: a failure behind it would be forgotten.
    /// </summary>
    public bool GoesWithout { get; init; }

    public bool IsOutput => Stage < 0;
}
