namespace Sluice.Compiler.Lower;

/// <summary>An edge of the graph as data.</summary>
/// <param name="From">The name of the stage or input that comes first.</param>
/// <param name="To">The name of the stage that waits for it.</param>
/// <param name="Parameter">The parameter that takes the value, or <see langword="null"/> if none does.</param>
/// <param name="IsCondition">Whether the value decides if the stage runs.</param>
/// <param name="IsCarried">Whether a loop carries the value to the next round.</param>
internal sealed record LoweredEdge(
    string From,
    string To,
    string? Parameter,
    bool IsCondition = false,
    bool IsCarried = false
);
