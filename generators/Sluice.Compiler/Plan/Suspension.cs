using Sluice.Compiler.Model;

namespace Sluice.Compiler.Plan;

/// <summary>What must be known to suspend a run, that began on the caller's stack, at a stage that does not complete at once.</summary>
/// <param name="Place">The stage's place in the order.</param>
/// <param name="LiveValues">The places of the stages whose outputs exist and are still to be read.</param>
/// <param name="Ready">The stages that may start while this one is under way, a bit for each place.</param>
/// <param name="Joins">The joins that have some of what they wait for, and not all.</param>
/// <param name="OpenEnds">How many of the stages that nothing waits for have not settled.</param>
internal sealed record Suspension(
    int Place,
    EquatableArray<int> LiveValues,
    ulong Ready,
    EquatableArray<PartialJoin> Joins,
    int OpenEnds
);
