namespace Sluice.DifferentialTests.Reference.Prediction;

/// <summary>The end of a stage that is asked for.</summary>
public enum Fate
{
    Produced,
    Skipped,
    Failed,

    /// <summary>It cancels the run.</summary>
    Cancels,
}
