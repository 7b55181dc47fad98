namespace Sluice.DifferentialTests.Probing;

/// <summary>The class that a parameter may ask for instead of <see cref="Derived{TMarker}"/>.</summary>
/// <typeparam name="TMarker">The marker that tells it from others.</typeparam>
/// <param name="inner">The item that it carries.</param>
public abstract class Base<TMarker>(Item inner) : IOwnItem
{
    public Item Item => inner;
}
