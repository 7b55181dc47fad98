namespace Sluice.DifferentialTests.Probing;

/// <summary>A struct output that is told from others by a marker type.</summary>
/// <typeparam name="TMarker">The marker.</typeparam>
/// <param name="inner">What it carries.</param>
public readonly struct Own<TMarker>(Value inner)
{
    private readonly ulong _copy = inner.Number;

    /// <summary>What it carries. It is wider than a word, and says so when its parts come from different writes.</summary>
    public Value Value =>
        inner is not null && inner.Number == _copy
            ? inner
            : throw new InvalidOperationException("A torn or unset struct.");
}
