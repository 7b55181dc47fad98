namespace Sluice.DifferentialTests.Graphs;

/// <summary>An entry point of a random pipeline.</summary>
/// <param name="Index">Its number, which it keeps when others are removed.</param>
/// <param name="Outputs">Its outputs: none, one, or the elements of a tuple.</param>
public sealed record EntryPointShape(int Index, IReadOnlyList<Output> Outputs)
{
    /// <summary>How it gives back its output.</summary>
    public ReturnStyle Return { get; init; } = ReturnStyle.ValueTask;

    /// <summary>Whether it returns a <c>PipelineResult</c>.</summary>
    public bool GivesResult { get; init; }

    /// <summary>Whether it has a <c>CancellationToken</c> parameter.</summary>
    public bool TakesToken { get; init; }

    /// <summary>Whether it has a <c>RunContext</c> parameter.</summary>
    public bool TakesContext { get; init; }

    /// <summary>The name of its method without the suffix; that of the stage for which a nested pipeline stands.</summary>
    public string Name { get; init; } = $"E{Index}";

    public string Method => Return == ReturnStyle.Synchronous ? Name : Name + "Async";
}
