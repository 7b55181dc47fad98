namespace Sluice.DifferentialTests.Loops;

/// <summary>The forms in which a parameter takes a value.</summary>
internal enum LoopForm
{
    Plain,
    Optional,
    Outcome,
}
