namespace Sluice.DifferentialTests.Graphs;

/// <summary>How a parameter says which producer it wants.</summary>
public enum ParameterStyle
{
    /// <summary>By <c>[From]</c>.</summary>
    From,

    /// <summary>By its type alone.</summary>
    Type,

    /// <summary>By its name, among several producers of its type.</summary>
    Name,

    /// <summary>By the base class of its producer's type.</summary>
    BaseType,
}
