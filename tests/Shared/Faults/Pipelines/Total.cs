namespace Sluice.Tests.Shared.Faults;

public sealed record Total(int Number);
