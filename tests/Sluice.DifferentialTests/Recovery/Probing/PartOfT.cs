namespace Sluice.DifferentialTests.Recovery.Probing;

/// <summary>A part with a type of its own, by which it is bound.</summary>
/// <typeparam name="TMarker">Makes the type.</typeparam>
public sealed class Part<TMarker> : Part
{
    internal Part(Step step)
        : base(step) { }
}
