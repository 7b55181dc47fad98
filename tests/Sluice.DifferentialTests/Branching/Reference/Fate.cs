namespace Sluice.DifferentialTests.Branching.Reference;

/// <summary>What becomes of a stage for which somebody asks.</summary>
public enum Fate
{
    Produced,
    Skipped,
    Failed,

    /// <summary>It cancels the run.</summary>
    Cancels,
}
