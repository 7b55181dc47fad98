using Sluice.DifferentialTests.Graphs;

namespace Sluice.DifferentialTests.Branching.Shapes;

/// <summary>The entry point of a pipeline that branches.</summary>
/// <param name="Return">How it gives back its output.</param>
/// <param name="Outputs">Its outputs: none, one, or the elements of a tuple.</param>
/// <param name="GivesResult">Whether it returns a <c>PipelineResult</c>.</param>
/// <param name="TakesToken">Whether it has a <c>CancellationToken</c> parameter.</param>
public sealed record BranchingEntryPoint(
    ReturnStyle Return,
    IReadOnlyList<Output> Outputs,
    bool GivesResult,
    bool TakesToken
)
{
    public string Method => Return == ReturnStyle.Synchronous ? "Run" : "RunAsync";
}
