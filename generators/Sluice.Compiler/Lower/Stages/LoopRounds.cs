namespace Sluice.Compiler.Lower;

/// <summary>The rounds of the loop that a stage decides.</summary>
/// <param name="Body">The stages that run in each round, including the decision, by place.</param>
/// <param name="First">The stage of the body that comes first in the schedule. A straight line goes back to it.</param>
/// <param name="Starts">The stages with which a round begins, since they wait for no other stage of the body.</param>
/// <param name="NestedLoops">The loops within the body, which begin anew in each round.</param>
/// <param name="NestedGuards">The guards within the body that retry, which count anew in each round.</param>
/// <param name="Joins">The joins within the body, with the number of predecessors that run again.</param>
/// <param name="Failing">The stages of the body whose failure makes a round the last, in a run that goes on.</param>
/// <param name="FirstValue">The carried value of the first round, or <see langword="null"/> if there is none.</param>
internal sealed record LoopRounds(
    IReadOnlyList<Place> Body,
    Place First,
    IReadOnlyList<Place> Starts,
    IReadOnlyList<Place> NestedLoops,
    IReadOnlyList<Place> NestedGuards,
    IReadOnlyList<WaitingCount> Joins,
    IReadOnlyList<Place> Failing,
    TakenValue? FirstValue
);
