namespace Sluice.FunctionalTests.Values;

public sealed record Circle(int Radius) : Shape;
