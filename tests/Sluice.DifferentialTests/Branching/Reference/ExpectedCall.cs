using Sluice.DifferentialTests.Branching.Probing;

namespace Sluice.DifferentialTests.Branching.Reference;

/// <summary>A call that a stage must get.</summary>
/// <param name="Arguments">What it is given, and the reasons that may be told for what is absent.</param>
/// <param name="Conduct">What it does.</param>
public sealed record ExpectedCall(IReadOnlyList<ExpectedArgument> Arguments, Conduct Conduct);
