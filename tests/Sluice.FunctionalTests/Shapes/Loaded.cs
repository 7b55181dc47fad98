namespace Sluice.FunctionalTests.Shapes;

public readonly record struct Loaded(int Number);
