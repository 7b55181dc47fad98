namespace Sluice.Drawing;

/// <summary>An entry point in a <see cref="GraphDrawing"/>, with nodes of its own: a stage is drawn once per entry point.</summary>
internal sealed record DrawnCluster(
    int Id,
    string Name,
    IReadOnlyList<DrawnNode> Nodes,
    IReadOnlyList<DrawnEdge> Edges
);
