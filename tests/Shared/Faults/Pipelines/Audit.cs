namespace Sluice.Tests.Shared.Faults;

public sealed record Audit(int Number);
