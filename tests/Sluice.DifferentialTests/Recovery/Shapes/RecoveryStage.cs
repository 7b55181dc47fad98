using Sluice.DifferentialTests.Graphs;

namespace Sluice.DifferentialTests.Recovery.Shapes;

/// <summary>A stage of a pipeline in which things go wrong.</summary>
/// <param name="Id">Its number, unique among the pipeline and all that are nested in it.</param>
/// <param name="Return">How it gives back its part.</param>
public sealed record RecoveryStage(int Id, ReturnStyle Return)
{
    /// <summary>The stages whose parts it takes, of its own pipeline or, in a nested one, of those around it.</summary>
    public IReadOnlyList<int> Takes { get; init; } = [];

    /// <summary>The pipeline whose entry point it is, or <see langword="null"/> for a method.</summary>
    public RecoveryPipeline? Nested { get; init; }

    /// <summary>For a guard, the stage from which on it has all run again; -1 for any other stage.</summary>
    public int Retried { get; init; } = -1;

    /// <summary>How many rounds a guard allows.</summary>
    public int Attempts { get; init; }

    /// <summary>Whether a method undoes it.</summary>
    public bool IsCompensated { get; init; }

    /// <summary>Whether it registers a clean-up.</summary>
    public bool CleansUp { get; init; }

    /// <summary>Whether it takes a token.</summary>
    public bool TakesToken { get; init; }

    /// <summary>The stage of the pipeline around its own for which it makes the part, or -1.</summary>
    public int MadeFor { get; init; } = -1;

    public bool IsGuard => Retried >= 0;

    /// <summary>The number in the type of its part.</summary>
    public int Marker => MadeFor >= 0 ? MadeFor : Id;

    /// <summary>The method's name.</summary>
    public string Method => Return == ReturnStyle.Synchronous ? $"S{Id}" : $"S{Id}Async";

    /// <summary>The name in reports.</summary>
    public string Name => $"S{Id}";
}
