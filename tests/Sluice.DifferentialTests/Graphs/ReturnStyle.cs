namespace Sluice.DifferentialTests.Graphs;

/// <summary>How a method of a generated pipeline gives back its output.</summary>
public enum ReturnStyle
{
    Synchronous,
    Task,
    ValueTask,
}
