using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>A conjunction of comparisons under which a stage's output is needed.</summary>
/// <param name="Conditions">The comparisons, all of which must hold.</param>
internal sealed record DemandTerm(EquatableArray<BoundCondition> Conditions);
