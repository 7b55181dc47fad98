namespace Sluice.FunctionalTests.Values;

public sealed record Square(int Side) : Rectangle(Side, Side);
