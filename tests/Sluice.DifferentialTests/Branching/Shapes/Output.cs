namespace Sluice.DifferentialTests.Branching.Shapes;

/// <summary>An output of an entry point.</summary>
/// <param name="Producers">The ids of the stages that it comes from; several, of a single output only, are merged.</param>
/// <param name="Form">In which form it is given.</param>
public sealed record Output(IReadOnlyList<int> Producers, Form Form);
