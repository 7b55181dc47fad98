namespace Sluice.DifferentialTests.Probing;

/// <summary>An output with a type of its own, whatever its marker.</summary>
public interface IOwnItem
{
    public Item Item { get; }
}
