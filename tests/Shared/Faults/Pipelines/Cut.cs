namespace Sluice.Tests.Shared.Faults;

public sealed record Cut(int Number);
