namespace Sluice.FunctionalTests.Allocation;

public readonly record struct Right(long Number);
