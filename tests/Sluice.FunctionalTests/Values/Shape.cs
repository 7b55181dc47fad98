namespace Sluice.FunctionalTests.Values;

/// <summary>A shape. No other assembly can add one.</summary>
public abstract record Shape
{
    private protected Shape() { }
}
