namespace Sluice.Compiler.Model;

/// <summary>The fan-out of a stage that runs once for each element of a collection.</summary>
/// <param name="Parameter">The position of the parameter that takes an element.</param>
/// <param name="MaxConcurrency">The maximum number of elements under way at once, or 0 if the run decides.</param>
/// <param name="Flatten">Whether the stage runs for the elements of the elements.</param>
/// <param name="ElementType">The index of the type of one result, or -1 for an effect.</param>
/// <param name="ElementTypeName">The type of one result as emitted code writes it; empty for an effect.</param>
internal sealed record EachModel(
    int Parameter,
    int MaxConcurrency,
    bool Flatten,
    int ElementType,
    string ElementTypeName
);
