namespace Sluice.Tests.Shared.Faults;

public sealed record Rates(int Number);
