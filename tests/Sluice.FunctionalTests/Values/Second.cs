namespace Sluice.FunctionalTests.Values;

public readonly record struct Second(int Number);
