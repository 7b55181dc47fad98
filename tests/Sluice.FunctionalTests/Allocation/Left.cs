namespace Sluice.FunctionalTests.Allocation;

public readonly record struct Left(long Number);
