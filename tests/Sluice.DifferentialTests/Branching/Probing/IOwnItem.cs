namespace Sluice.DifferentialTests.Branching.Probing;

/// <summary>An <see cref="OwnItem{TMarker}"/> of whatever marker.</summary>
public interface IOwnItem
{
    public Item Item { get; }
}
