namespace Sluice.Drawing;

/// <summary>Represents a loop in a <see cref="DrawnCluster"/>: the nodes of its body, and the loops within.</summary>
/// <param name="Id">The number of the loop in the drawing.</param>
/// <param name="Label">The displayed name.</param>
/// <param name="Nodes">The nodes of the body that belong to no inner loop.</param>
/// <param name="Loops">The inner loops.</param>
internal sealed record DrawnLoop(
    string Id,
    string Label,
    IReadOnlyList<DrawnNode> Nodes,
    IReadOnlyList<DrawnLoop> Loops
);
