namespace Sluice.Drawing;

/// <summary>
/// Represents an entry point in a <see cref="GraphDrawing"/>. It has its own nodes, so a stage is drawn once per entry
/// point.
/// </summary>
internal sealed record DrawnCluster(
    int Id,
    string Name,
    IReadOnlyList<DrawnNode> Nodes,
    IReadOnlyList<DrawnEdge> Edges
);
