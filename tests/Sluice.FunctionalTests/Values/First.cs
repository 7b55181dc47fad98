namespace Sluice.FunctionalTests.Values;

public readonly record struct First(int Number);
