namespace Sluice.DifferentialTests.Graphs;

/// <summary>A stage of a random pipeline. Its behaviour is decided by each run.</summary>
/// <param name="Id">
/// Its number, which it keeps when other stages are removed. It is unique among the stages of a pipeline and of those nested in it, and
/// higher than those of the stages that it depends on.
/// </param>
/// <param name="Return">How it gives back its output.</param>
/// <param name="Content">Its output; for a stage with <c>[Each]</c>, its output for one element.</param>
public sealed record StageShape(int Id, ReturnStyle Return, Content Content)
{
    /// <summary>The form in which it returns its output.</summary>
    public Form Form { get; init; }

    /// <summary>Whether it is a plain method that conditions name, and not a stage.</summary>
    public bool IsPredicate { get; init; }

    /// <summary>Whether it is marked <c>[Offload]</c>.</summary>
    public bool IsOffloaded { get; init; }

    /// <summary>Whether its method is static.</summary>
    public bool IsStatic { get; init; }

    /// <summary>Whether it has a <c>CancellationToken</c> parameter.</summary>
    public bool TakesToken { get; init; }

    /// <summary>Whether it has a <c>StageContext</c> parameter.</summary>
    public bool TakesContext { get; init; }

    /// <summary>Whether it has a parameter for the run although it could tell the run from its other arguments.</summary>
    public bool TakesRun { get; init; }

    /// <summary>The parameters for stages and inputs.</summary>
    public IReadOnlyList<Parameter> Parameters { get; init; } = [];

    public IReadOnlyList<Condition> Conditions { get; init; } = [];

    /// <summary>The ids of stages that it names in <c>[After]</c>.</summary>
    public IReadOnlyList<int> After { get; init; } = [];

    /// <summary>The index of the one entry point that may run it, or -1.</summary>
    public int Only { get; init; } = -1;

    /// <summary>The <c>MaxConcurrency</c> of its <c>[Each]</c>, or 0.</summary>
    public int MaxConcurrency { get; init; }

    /// <summary>The pipeline whose entry point it is, or <see langword="null"/> for a method.</summary>
    public PipelineShape? Nested { get; init; }

    /// <summary>For a guard, the stage from which on it has all run again; -1 for any other stage.</summary>
    public int Retried { get; init; } = -1;

    /// <summary>How many rounds a guard allows.</summary>
    public int Attempts { get; init; }

    /// <summary>Whether a method undoes it.</summary>
    public bool IsCompensated { get; init; }

    /// <summary>Whether it registers a clean-up.</summary>
    public bool CleansUp { get; init; }

    /// <summary>The stage of the pipeline around its own whose output it makes, or -1.</summary>
    public int MadeFor { get; init; } = -1;

    public bool IsEffect => Content == Content.None;

    public bool IsGuard => Retried >= 0;

    /// <summary>Whether other stages and entry points may take its output as a value.</summary>
    public bool IsProducer => !IsEffect && !IsPredicate && !IsGuard && Content != Content.Stream;

    /// <summary>The ids of all stages and inputs that its parameters take.</summary>
    public IReadOnlyList<int> Producers => [.. Parameters.SelectMany(parameter => parameter.Producers)];

    public Parameter? Each => Parameters.FirstOrDefault(parameter => parameter.Take is Take.Each or Take.EachFlattened);

    /// <summary>The number in the type of its output.</summary>
    public int Marker => MadeFor >= 0 ? MadeFor : Id;

    public string Name => $"S{Id}";

    public string Method => Return == ReturnStyle.Synchronous ? Name : Name + "Async";
}
