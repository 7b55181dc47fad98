namespace Sluice.Drawing;

/// <summary>An edge of a <see cref="GraphDrawing"/>.</summary>
/// <param name="From">The id of the node that it leaves.</param>
/// <param name="To">The id of the node that it enters.</param>
/// <param name="Label">What to write on it, if anything.</param>
/// <param name="CarriesValue">Whether a value flows along it; otherwise it only orders.</param>
internal sealed record DrawnEdge(int From, int To, string? Label, bool CarriesValue);
