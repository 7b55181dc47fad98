namespace Sluice.DifferentialTests.Probing;

/// <summary>A class output that is told from others by a marker type.</summary>
/// <typeparam name="TMarker">The marker.</typeparam>
/// <param name="inner">The item that it carries.</param>
public sealed class Derived<TMarker>(Item inner) : Base<TMarker>(inner);
