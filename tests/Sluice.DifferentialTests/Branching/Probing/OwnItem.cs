namespace Sluice.DifferentialTests.Branching.Probing;

/// <summary>A struct output that is told from others by a marker type.</summary>
/// <typeparam name="TMarker">The marker.</typeparam>
/// <param name="inner">What it carries.</param>
public readonly struct OwnItem<TMarker>(Item inner) : IOwnItem
{
    private readonly ulong _copy = inner.Number;

    /// <summary>What it carries. It is wider than a word, and says so when its parts come from different writes.</summary>
    public Item Item =>
        inner is not null && inner.Number == _copy
            ? inner
            : throw new InvalidOperationException("A torn or unset struct.");
}
