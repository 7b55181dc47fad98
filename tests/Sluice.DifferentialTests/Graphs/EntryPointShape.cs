namespace Sluice.DifferentialTests.Graphs;

/// <summary>An entry point of a generated pipeline.</summary>
/// <param name="Index">Its number, which it keeps when others are taken away.</param>
/// <param name="Return">How it gives back its output.</param>
/// <param name="Outputs">The ids of the stages that produce its outputs: none, one, or the elements of a tuple.</param>
/// <param name="TakesToken">Whether it has a <c>CancellationToken</c> parameter.</param>
public sealed record EntryPointShape(int Index, ReturnStyle Return, IReadOnlyList<int> Outputs, bool TakesToken)
{
    public string Method => Return == ReturnStyle.Synchronous ? $"E{Index}" : $"E{Index}Async";
}
