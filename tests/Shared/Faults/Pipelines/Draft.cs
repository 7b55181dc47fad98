namespace Sluice.Tests.Shared.Faults;

public sealed record Draft(int Number);
