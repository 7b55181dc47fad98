namespace Sluice.FunctionalTests.Shapes;

public readonly record struct LeftPart(int Number);
