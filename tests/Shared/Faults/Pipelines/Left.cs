namespace Sluice.Tests.Shared.Faults;

public sealed record Left(int Number);
