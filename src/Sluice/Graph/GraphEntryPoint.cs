using Sluice.Drawing;

namespace Sluice;

/// <summary>What a run of one entry point consists of.</summary>
/// <param name="Name">The method's name; where the entry point is overloaded, with its parameter types.</param>
/// <param name="Inputs">The names of its inputs, in order.</param>
/// <param name="Outputs">The producers of its outputs, in order: names of stages or inputs. Empty where it has none.</param>
/// <param name="Lowering">The form in which it is compiled.</param>
/// <param name="Order">
/// The names of the stages that it runs, in its static total order: whoever can start something starts the first stage of this
/// order that is ready.
/// </param>
/// <param name="Edges">Who waits for whom.</param>
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
    /// When each stage of <see cref="Order"/> runs, such as <c>Route is Question</c>: <see langword="null"/> where it always does.
    /// Empty where all always do.
    /// </summary>
    public IReadOnlyList<string?> Conditions { get; init; } = [];

    /// <summary>When the stage at a place of <see cref="Order"/> runs, or <see langword="null"/>.</summary>
    internal string? ConditionAt(int place) => place < Conditions.Count ? Conditions[place] : null;

    /// <summary>
    /// Draws the entry point in plain text: its stages in their static order, each with what it waits for, and its outputs. Lines
    /// end in <c>\n</c>, but for the last.
    /// </summary>
    public override string ToString() => EntryPointText.Write(this);
}
