namespace Sluice.DifferentialTests.Graphs;

/// <summary>A parameter of a stage that depends on stages or inputs.</summary>
/// <param name="Producers">Their ids; several are merged.</param>
/// <param name="Form">The form in which it takes the value.</param>
/// <param name="Take">The part that it takes of a collection; otherwise <see cref="Take.Value"/>.</param>
/// <param name="ElementForm">The form in which it takes the results of a stage that runs for each element.</param>
/// <param name="Buffer">The capacity of the buffer in front of it, if it takes a stream, or 0.</param>
public sealed record Parameter(
    IReadOnlyList<int> Producers,
    Form Form,
    Take Take = Take.Value,
    Form ElementForm = Form.Plain,
    int Buffer = 0
)
{
    /// <summary>How it says which producer it wants.</summary>
    public ParameterStyle Style { get; init; }

    public bool IsMerge => Producers.Count > 1;
}
