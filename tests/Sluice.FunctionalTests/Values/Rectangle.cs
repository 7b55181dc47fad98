namespace Sluice.FunctionalTests.Values;

/// <summary>A rectangle, from which other assemblies can derive.</summary>
public record Rectangle(int Width, int Height) : Shape;
