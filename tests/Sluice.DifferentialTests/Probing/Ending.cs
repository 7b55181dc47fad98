namespace Sluice.DifferentialTests.Probing;

/// <summary>How a stage, or its work on one element, ends.</summary>
public enum Ending
{
    Succeeds,

    /// <summary>It returns that it skips.</summary>
    Skips,

    /// <summary>Its method throws.</summary>
    Throws,

    /// <summary>Its task ends with an exception; a stream breaks while it is read.</summary>
    ThrowsLater,

    /// <summary>It returns that it failed.</summary>
    ReturnsFailure,

    /// <summary>It returns that it wants to be tried again.</summary>
    AsksForRetry,

    /// <summary>It returns that the run is to be cancelled.</summary>
    CancelsRun,

    /// <summary>It gives a value of its enum that has no name.</summary>
    GivesUnnamed,

    /// <summary>A guard does not let pass.</summary>
    Refuses,
}
