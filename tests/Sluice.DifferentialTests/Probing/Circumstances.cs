using Sluice.DifferentialTests.Graphs;

namespace Sluice.DifferentialTests.Probing;

/// <summary>
/// All decisions of stages in a run. They depend on ids, elements and numbers of calls alone, so the reference
/// knows them beforehand, and they stay the same while a pipeline shrinks.
/// </summary>
/// <param name="seed">The seed that it is derived from.</param>
/// <param name="conducts">The behaviour of calls, by stage, element, and number among the calls of that stage with that element.</param>
/// <param name="pipeline">The pipeline.</param>
public sealed class Circumstances(ulong seed, Func<int, string?, int, Conduct> conducts, PipelineShape pipeline)
{
    private static readonly int[] Counts = [0, 1, 1, 2, 3, 7];

    /// <summary>The number of the item that an input is made of.</summary>
    public ulong Number(int input) => Dice.Mix(seed, (ulong)(1000 - input));

    /// <summary>Whether the optional input is there.</summary>
    public bool HasMaybe => Below(Inputs.Maybe, 0, 2) == 1;

    /// <summary>The choice of a stage or input by which the pipeline may branch.</summary>
    public int Choice(int id) =>
        id >= 0 && Conduct(id, null).Ending == Ending.GivesUnnamed
            ? 77
            : Below(id, 1, Routes.Choices(pipeline.ContentOf(id)));

    /// <summary>How many elements a stage or input gives.</summary>
    public int Count(int id) => Counts[Below(id, 2, Counts.Length)];

    /// <summary>How many elements an element has: none for the first at most, since calls are told apart by the text of their element.</summary>
    public int InnerCount(int id, int index) => index == 0 ? Below(id, 100, 3) : 1 + Below(id, 100 + index, 2);

    /// <summary>The behaviour of a call; rounds count from 1.</summary>
    public Conduct Conduct(int stage, string? element, int round = 1) => conducts(stage, element, round);

    private int Below(int id, int purpose, int bound) =>
        new Dice(Dice.Mix(Dice.Mix(seed, (ulong)(id + 100)), (ulong)purpose)).Below(bound);
}
