namespace Sluice.DifferentialTests.Probing;

/// <summary>How a stage fails.</summary>
public enum Fault
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>Its method throws.</summary>
    Thrown,

    /// <summary>Its task ends with an exception.</summary>
    InTask,
}
