using Sluice.DifferentialTests.Probing;

namespace Sluice.DifferentialTests.Reference.Prediction;

/// <summary>A call that a stage must get.</summary>
/// <param name="Arguments">The arguments, and the reasons that may be told for absent ones.</param>
/// <param name="Conduct">The behaviour of the call.</param>
public sealed record ExpectedCall(IReadOnlyList<ExpectedArgument> Arguments, Conduct Conduct);
