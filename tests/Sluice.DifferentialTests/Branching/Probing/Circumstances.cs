using Sluice.DifferentialTests.Branching.Shapes;
using Sluice.DifferentialTests.Graphs;

namespace Sluice.DifferentialTests.Branching.Probing;

/// <summary>
/// All that stages decide by themselves in a run. It depends on their ids and their elements and on nothing else, so that the
/// reference knows it beforehand, and so that it stays what it is while a pipeline shrinks.
/// </summary>
/// <param name="seed">What it is derived from.</param>
/// <param name="conducts">What stages do, by id and element.</param>
/// <param name="isUnnamed">Whether the value that a stage or input gives has no name.</param>
public sealed class Circumstances(ulong seed, Func<int, string?, Conduct> conducts, BranchingPipeline pipeline)
{
    private static readonly int[] _counts = [0, 1, 1, 2, 3, 7];

    /// <summary>The number of the item that an input is made of.</summary>
    public ulong Number(int input) => Dice.Mix(seed, (ulong)(1000 - input));

    /// <summary>Whether the optional input is there.</summary>
    public bool HasMaybe => Below(Inputs.Maybe, 0, 2) == 1;

    /// <summary>The choice that a stage or input makes where pipelines may branch by it.</summary>
    public int Choice(int id) =>
        id >= 0 && Conduct(id, null).Ending == Ending.GivesUnnamed
            ? 77
            : Below(id, 1, Routes.Choices(pipeline.ContentOf(id)));

    /// <summary>How many elements a stage or input gives.</summary>
    public int Count(int id) => _counts[Below(id, 2, _counts.Length)];

    /// <summary>How many elements an element has: none for the first at most, since calls are told apart by the text of their element.</summary>
    public int InnerCount(int id, int index) => index == 0 ? Below(id, 100, 3) : 1 + Below(id, 100 + index, 2);

    public Conduct Conduct(int stage, string? element) => conducts(stage, element);

    private int Below(int id, int purpose, int bound) =>
        new Dice(Dice.Mix(Dice.Mix(seed, (ulong)(id + 100)), (ulong)purpose)).Below(bound);
}
