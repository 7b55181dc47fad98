namespace Sluice.FunctionalTests.Shapes;

public readonly record struct RightPart(int Number);
