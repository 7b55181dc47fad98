using Sluice.Drawing;

namespace Sluice;

/// <summary>Describes the runs of one entry point.</summary>
/// <param name="Name">The name of the method, with its parameter types if the entry point is overloaded.</param>
/// <param name="Inputs">The names of the inputs, in order.</param>
/// <param name="Outputs">
/// The names of the stages or inputs that produce the outputs, in order. Empty if the entry point has no output.
/// </param>
/// <param name="Lowering">The form in which the entry point is compiled.</param>
/// <param name="Order">
/// The names of the stages in their static total order. Whenever stages can start, the first ready stage of this order
/// starts first.
/// </param>
/// <param name="Edges">The edges between the inputs and stages.</param>
public sealed record GraphEntryPoint(
    string Name,
    IReadOnlyList<string> Inputs,
    IReadOnlyList<string> Outputs,
    Lowering Lowering,
    IReadOnlyList<string> Order,
    IReadOnlyList<GraphEdge> Edges
)
{
    /// <summary>
    /// The condition of each stage in <see cref="Order"/>, such as <c>Route is Question</c>, or <see langword="null"/>
    /// for a stage that always runs. The list is empty if all stages always run.
    /// </summary>
    public IReadOnlyList<string?> Conditions { get; init; } = [];

    /// <summary>The loops, in the static total order of their decisions: an inner loop comes before the outer one.</summary>
    public IReadOnlyList<GraphLoop> Loops { get; init; } = [];

    /// <summary>
    /// Returns the maximum number of rounds in which a run calls a stage: the product of the bounds of the loops that
    /// contain it. Attempts of policies and guards, and the elements of a collection, are not counted.
    /// </summary>
    /// <param name="stage">The name of the stage.</param>
    /// <returns>The number, which is 1 for a stage outside of loops, or <see cref="long.MaxValue"/> if it is larger.</returns>
    /// <exception cref="ArgumentException">The entry point does not run the stage.</exception>
    public long MaxRoundsOf(string stage)
    {
        if (!Order.Contains(stage, StringComparer.Ordinal))
        {
            throw new ArgumentException($"The entry point '{Name}' runs no stage '{stage}'.", nameof(stage));
        }

        var rounds = 1L;
        foreach (var loop in Loops.Where(loop => loop.Body.Contains(stage, StringComparer.Ordinal)))
        {
            rounds = rounds > long.MaxValue / loop.MaxRounds ? long.MaxValue : rounds * loop.MaxRounds;
        }

        return rounds;
    }

    /// <summary>
    /// Returns the condition of the stage at a position in <see cref="Order"/>, or <see langword="null"/> if it always
    /// runs.
    /// </summary>
    internal string? ConditionAt(int place) => place < Conditions.Count ? Conditions[place] : null;

    /// <summary>
    /// Draws the entry point as plain text: its stages in their static order, each with its dependencies, and its
    /// outputs.
    /// </summary>
    /// <returns>The text. Lines are separated by <c>\n</c>.</returns>
    public override string ToString() => EntryPointText.Write(this);
}
