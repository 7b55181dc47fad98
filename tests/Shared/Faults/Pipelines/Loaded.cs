namespace Sluice.Tests.Shared.Faults;

public sealed record Loaded(int Number);
