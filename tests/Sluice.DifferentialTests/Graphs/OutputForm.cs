namespace Sluice.DifferentialTests.Graphs;

/// <summary>The type of a stage's output.</summary>
public enum OutputForm
{
    /// <summary>No output: the stage is an effect.</summary>
    None,

    /// <summary>A struct that no other stage produces.</summary>
    OwnStruct,

    /// <summary>A class that no other stage produces, with a base class to ask for.</summary>
    OwnClass,

    /// <summary>A class that other stages and an input produce as well.</summary>
    Shared,

    /// <summary>A tuple that other stages produce as well.</summary>
    SharedTuple,
}
