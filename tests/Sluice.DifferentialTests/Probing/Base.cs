namespace Sluice.DifferentialTests.Probing;

/// <summary>What a parameter may ask for instead of <see cref="Derived{TMarker}"/>.</summary>
/// <typeparam name="TMarker">The marker that tells it from others.</typeparam>
/// <param name="inner">What it carries.</param>
public abstract class Base<TMarker>(Value inner)
{
    public Value Value => inner;
}
