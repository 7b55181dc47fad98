namespace Sluice.FunctionalTests.Allocation;

public readonly record struct Root(long Number);
