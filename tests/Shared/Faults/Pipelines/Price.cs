namespace Sluice.Tests.Shared.Faults;

public sealed record Price(int Number);
