namespace Sluice.DifferentialTests.Graphs;

/// <summary>An output of an entry point.</summary>
/// <param name="Producers">The ids of the stages that it comes from. Only a single output has several, which are merged.</param>
/// <param name="Form">The form in which it is given.</param>
public sealed record Output(IReadOnlyList<int> Producers, Form Form);
