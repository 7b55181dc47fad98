namespace Sluice.DifferentialTests.Graphs;

/// <summary>A stage of a generated pipeline. How it behaves is decided by each run.</summary>
/// <param name="Id">Its number, which it keeps when stages around it are taken away.</param>
/// <param name="Return">How it gives back its output.</param>
/// <param name="Output">The type of its output.</param>
/// <param name="IsOffloaded">Whether it is marked <c>[Offload]</c>.</param>
/// <param name="IsStatic">Whether its method is static.</param>
/// <param name="TakesToken">Whether it has a <c>CancellationToken</c> parameter.</param>
/// <param name="TakesContext">Whether it has a <c>StageContext</c> parameter.</param>
/// <param name="Arguments">What it depends on; at least one, since a stage learns of its run from its arguments.</param>
/// <param name="After">The ids of stages that it names in <c>[After]</c>.</param>
/// <param name="Only">The index of the one entry point that may run it, or -1.</param>
public sealed record StageShape(
    int Id,
    ReturnStyle Return,
    OutputForm Output,
    bool IsOffloaded,
    bool IsStatic,
    bool TakesToken,
    bool TakesContext,
    IReadOnlyList<Argument> Arguments,
    IReadOnlyList<int> After,
    int Only
)
{
    public bool IsEffect => Output == OutputForm.None;

    public bool IsAsynchronous => Return != ReturnStyle.Synchronous || IsOffloaded;

    public string Name => $"S{Id}";

    public string Method => Return == ReturnStyle.Synchronous ? Name : Name + "Async";
}
