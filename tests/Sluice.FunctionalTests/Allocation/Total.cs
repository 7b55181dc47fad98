namespace Sluice.FunctionalTests.Allocation;

public readonly record struct Total(long Number);
