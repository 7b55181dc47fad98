namespace Sluice.Drawing;

/// <summary>
/// Represents an entry point in a <see cref="GraphDrawing"/>. It has its own nodes, so a stage is drawn once per entry
/// point.
/// </summary>
/// <param name="Id">The number of the entry point in the drawing.</param>
/// <param name="Name">The displayed name.</param>
/// <param name="Nodes">All nodes.</param>
/// <param name="Edges">The edges between them.</param>
internal sealed record DrawnCluster(int Id, string Name, IReadOnlyList<DrawnNode> Nodes, IReadOnlyList<DrawnEdge> Edges)
{
    /// <summary>The outermost loops.</summary>
    public IReadOnlyList<DrawnLoop> Loops { get; init; } = [];

    /// <summary>The nodes outside of loops.</summary>
    public IEnumerable<DrawnNode> NodesOutsideLoops =>
        Loops.Count == 0 ? Nodes : Nodes.Except(Loops.SelectMany(AllNodes));

    private static IEnumerable<DrawnNode> AllNodes(DrawnLoop loop) =>
        loop.Nodes.Concat(loop.Loops.SelectMany(AllNodes));
}
