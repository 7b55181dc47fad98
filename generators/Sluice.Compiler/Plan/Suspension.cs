using Sluice.Compiler.Model;

namespace Sluice.Compiler.Plan;

/// <summary>
/// The state of a run that is suspended at a stage that does not complete at once, after it began on the caller's
/// stack.
/// </summary>
/// <param name="Place">The place of the stage in the order.</param>
/// <param name="Ready">The stages that may start while this one is under way, as one bit for each place.</param>
/// <param name="Joins">The joins for which some, but not all, predecessors have settled.</param>
/// <param name="OpenEnds">The number of unsettled stages that no other stage waits for.</param>
internal sealed record Suspension(int Place, ulong Ready, EquatableArray<PartialJoin> Joins, int OpenEnds);
