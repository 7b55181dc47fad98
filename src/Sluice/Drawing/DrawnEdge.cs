namespace Sluice.Drawing;

/// <summary>Represents an edge of a <see cref="GraphDrawing"/>.</summary>
/// <param name="From">The identifier of the node at the start of the edge.</param>
/// <param name="To">The identifier of the node at the end of the edge.</param>
/// <param name="Label">The label, or <see langword="null"/> if there is none.</param>
/// <param name="CarriesValue">Whether the edge carries a value; otherwise, it only orders.</param>
internal sealed record DrawnEdge(int From, int To, string? Label, bool CarriesValue);
