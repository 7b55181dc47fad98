namespace Sluice.FunctionalTests.Values;

public readonly record struct Third(int Number);
