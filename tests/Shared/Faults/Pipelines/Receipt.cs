namespace Sluice.Tests.Shared.Faults;

public sealed record Receipt(int Number);
