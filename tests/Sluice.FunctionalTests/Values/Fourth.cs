namespace Sluice.FunctionalTests.Values;

public readonly record struct Fourth(int Number);
