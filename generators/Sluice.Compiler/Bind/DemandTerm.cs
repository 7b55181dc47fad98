using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>Comparisons that together make a stage's output needed.</summary>
/// <param name="Conditions">The comparisons, all of which must hold.</param>
internal sealed record DemandTerm(EquatableArray<BoundCondition> Conditions);
