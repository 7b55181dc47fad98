namespace Sluice.FunctionalTests.Harness;

/// <summary>The ways in which the stages of a run complete. The run must end in the same way for all of them.</summary>
public enum Pace
{
    /// <summary>Every stage is synchronous.</summary>
    StraightLine,

    /// <summary>The stages are asynchronous, and each completes at once.</summary>
    AtOnce,

    /// <summary>The stages are asynchronous and suspend. They continue in the order in which they started.</summary>
    Suspended,

    /// <summary>The stages are asynchronous and suspend. The stage that started last continues first.</summary>
    Reversed,
}
