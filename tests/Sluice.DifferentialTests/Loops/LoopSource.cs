namespace Sluice.DifferentialTests.Loops;

/// <summary>The origin of a value.</summary>
/// <param name="Stage">The stage that gives it, or -1 for the input. For a carried value, the decision of its loop.</param>
/// <param name="IsCarried">Whether a loop carries it.</param>
/// <param name="Kind">The kind of the value.</param>
/// <param name="MayBeAbsent">Whether it may be absent.</param>
/// <param name="MayFail">Whether its failure is one that its takers handle, so that they all take an outcome.</param>
internal sealed record LoopSource(int Stage, bool IsCarried, LoopKind Kind, bool MayBeAbsent, bool MayFail)
{
    public bool IsInput => Stage < 0;
}
