namespace Sluice.Compiler.Model;

/// <summary>How a stage runs for each element of a collection.</summary>
/// <param name="Parameter">The position of the parameter that takes an element.</param>
/// <param name="MaxConcurrency">How many elements may be under way at once, or 0 where that is left to the run.</param>
/// <param name="Flatten">Whether it takes the elements of the elements.</param>
/// <param name="ElementType">The index of the type of one result, or -1 for an effect.</param>
/// <param name="ElementTypeName">That type as code writes it; empty for an effect.</param>
internal sealed record EachModel(
    int Parameter,
    int MaxConcurrency,
    bool Flatten,
    int ElementType,
    string ElementTypeName
);
