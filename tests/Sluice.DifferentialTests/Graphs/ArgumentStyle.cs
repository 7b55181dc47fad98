namespace Sluice.DifferentialTests.Graphs;

/// <summary>How a parameter says which producer it wants.</summary>
public enum ArgumentStyle
{
    /// <summary>By its type alone.</summary>
    Type,

    /// <summary>By its name, among several producers of its type.</summary>
    Name,

    /// <summary>By <c>[From]</c>.</summary>
    From,

    /// <summary>By a base class of what the producer gives.</summary>
    BaseType,
}
