namespace Sluice.FunctionalTests.Harness;

/// <summary>The ways in which a run may come to its end. Whatever they are, it must be the same end.</summary>
public enum Pace
{
    /// <summary>Every stage is synchronous.</summary>
    StraightLine,

    /// <summary>Stages are asynchronous, and each completes at once.</summary>
    AtOnce,

    /// <summary>Stages are asynchronous and suspended; they go on in the order in which they started.</summary>
    Suspended,

    /// <summary>Stages are asynchronous and suspended; of those under way the one that started last goes on first.</summary>
    Reversed,
}
