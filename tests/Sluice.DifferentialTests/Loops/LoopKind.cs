namespace Sluice.DifferentialTests.Loops;

/// <summary>The kinds of values.</summary>
internal enum LoopKind
{
    Number,
    Flag,
    Numbers,
    Nothing,
}
