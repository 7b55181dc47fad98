namespace Sluice.FunctionalTests.Shapes;

public readonly record struct Total(int Number);
