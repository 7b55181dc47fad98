namespace Sluice.Compiler.Lower;

/// <summary>The stages that a guard has run again if it does not pass.</summary>
/// <param name="Retried">The stage that runs again first.</param>
/// <param name="First">The stage of the rounds that comes first in the schedule. A straight line goes back to it.</param>
/// <param name="Repeated">The stages that run again, without the guard, in the order in which the guard's settings list them.</param>
/// <param name="NestedGuards">The guards within the rounds, which count anew in each of them.</param>
/// <param name="NestedLoops">The loops within the rounds, which begin anew in each of them.</param>
/// <param name="Joins">The joins within the rounds, with the number of predecessors that run again.</param>
/// <param name="NeedsProgress">Whether rounds end if the retried stage gives the same value again.</param>
internal sealed record GuardRounds(
    Place Retried,
    Place First,
    IReadOnlyList<Place> Repeated,
    IReadOnlyList<Place> NestedGuards,
    IReadOnlyList<Place> NestedLoops,
    IReadOnlyList<WaitingCount> Joins,
    bool NeedsProgress
);
