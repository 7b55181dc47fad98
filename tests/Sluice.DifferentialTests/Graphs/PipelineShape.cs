namespace Sluice.DifferentialTests.Graphs;

/// <summary>A random pipeline, from which both its source and its required behaviour are derived.</summary>
/// <param name="Seed">The seed that it was made from.</param>
/// <param name="Stages">Its stages, each after those that it depends on.</param>
/// <param name="Declaration">The ids of its stages in the order in which they are declared.</param>
/// <param name="EntryPoints">Its entry points.</param>
public sealed record PipelineShape(
    ulong Seed,
    IReadOnlyList<StageShape> Stages,
    IReadOnlyList<int> Declaration,
    IReadOnlyList<EntryPointShape> EntryPoints
)
{
    /// <summary>Whether its class is static.</summary>
    public bool IsStatic { get; init; }

    /// <summary>Whether a run goes on after a failure.</summary>
    public bool Continues { get; init; }

    /// <summary>
    /// Whether its stages may be repeated, undone and nested. A run then has no single right outcome, and is checked by rules.
    /// </summary>
    public bool Recovers { get; init; }

    /// <summary>The inputs of its entry points beside the run: those of <see cref="Graphs.Inputs"/>.</summary>
    public IReadOnlyList<int> Inputs { get; init; } = [];

    /// <summary>The stage whose place it takes in the pipeline around it, or -1.</summary>
    public int NestedFor { get; init; } = -1;

    public string ClassName => NestedFor < 0 ? $"Pipeline{Seed:x16}" : $"Pipeline{Seed:x16}N{NestedFor}";

    /// <summary>The guard that has others run again, if there is one.</summary>
    public StageShape? Guard => Stages.FirstOrDefault(stage => stage.IsGuard);

    public StageShape Stage(int id) => Find(id) ?? throw new ArgumentOutOfRangeException(nameof(id));

    /// <summary>Gives a stage, or <see langword="null"/> if it belongs to another pipeline.</summary>
    public StageShape? Find(int id)
    {
        foreach (var stage in Stages)
        {
            if (stage.Id == id)
            {
                return stage;
            }
        }

        return null;
    }

    /// <summary>The type of the value that a stage or an input gives. Stages around a nested pipeline give it classes of their own.</summary>
    public Content ContentOf(int id) => id < 0 ? Graphs.Inputs.Content(id) : Find(id)?.Content ?? Content.Derived;

    /// <summary>Whether a stage needs a parameter for the run, since no argument certainly carries it.</summary>
    public bool NeedsRun(StageShape stage) =>
        stage.TakesRun
        || !stage.Parameters.Any(parameter =>
            parameter is { Form: Form.Plain, Take: Take.Value } && Contents.IsSingle(ContentOf(parameter.Producers[0]))
        );

    /// <summary>This pipeline and all that are nested in it.</summary>
    public IEnumerable<PipelineShape> SelfAndNested() =>
        Stages
            .Where(stage => stage.Nested is not null)
            .SelectMany(stage => stage.Nested!.SelfAndNested())
            .Prepend(this);
}
