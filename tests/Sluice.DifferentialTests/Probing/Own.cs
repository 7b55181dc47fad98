namespace Sluice.DifferentialTests.Probing;

/// <summary>A struct output that is told from others by a marker type.</summary>
/// <typeparam name="TMarker">The marker.</typeparam>
/// <param name="inner">The item that it carries.</param>
public readonly struct Own<TMarker>(Item inner) : IOwnItem
{
    private readonly ulong _copy = inner.Number;

    /// <summary>The item. The struct is wider than a word, and says so when its parts come from different writes.</summary>
    public Item Item =>
        inner is not null && inner.Number == _copy
            ? inner
            : throw new InvalidOperationException("A torn or unset struct.");
}
