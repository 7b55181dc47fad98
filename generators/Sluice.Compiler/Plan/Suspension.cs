using Sluice.Compiler.Model;

namespace Sluice.Compiler.Plan;

/// <summary>What must be known to suspend a run, that began on the caller's stack, at a stage that does not complete at once.</summary>
/// <param name="Place">The stage's place in the order.</param>
/// <param name="Settled">
/// The places of the stages that have settled: what they produced may still be read, by other stages or by the report of a failure.
/// </param>
/// <param name="Ready">The stages that may start while this one is under way, a bit for each place.</param>
/// <param name="Joins">The joins that have some of what they wait for, and not all.</param>
/// <param name="OpenEnds">How many of the stages that nothing waits for have not settled.</param>
internal sealed record Suspension(
    int Place,
    EquatableArray<int> Settled,
    ulong Ready,
    EquatableArray<PartialJoin> Joins,
    int OpenEnds
);
