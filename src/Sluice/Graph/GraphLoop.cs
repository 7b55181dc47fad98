namespace Sluice;

/// <summary>Describes a loop of an entry point in a <see cref="PipelineGraph"/>.</summary>
/// <param name="Decision">The name of the stage that decides the loop.</param>
/// <param name="MaxRounds">The maximum number of rounds.</param>
/// <param name="Body">
/// The names of the stages that run in each round, including the decision and the stages of inner loops, in their static
/// total order.
/// </param>
public sealed record GraphLoop(string Decision, int MaxRounds, IReadOnlyList<string> Body);
