namespace Sluice.Tests.Shared.Faults;

public sealed record Right(int Number);
