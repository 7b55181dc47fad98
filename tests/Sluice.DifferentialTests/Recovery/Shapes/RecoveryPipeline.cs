using Sluice.DifferentialTests.Graphs;

namespace Sluice.DifferentialTests.Recovery.Shapes;

/// <summary>A pipeline in which things go wrong, and which may contain others.</summary>
/// <param name="ClassName">The name of its class.</param>
/// <param name="Continues">Whether a run goes on after a failure.</param>
/// <param name="Stages">Its stages, each after those that it takes from.</param>
/// <param name="Output">The stage whose part is the output.</param>
/// <param name="Return">How its entry point gives back its output.</param>
/// <param name="GivesResult">Whether its entry point returns a <c>PipelineResult</c>.</param>
public sealed record RecoveryPipeline(
    string ClassName,
    bool Continues,
    IReadOnlyList<RecoveryStage> Stages,
    int Output,
    ReturnStyle Return,
    bool GivesResult
)
{
    /// <summary>The guard that has others run again, if there is one.</summary>
    public RecoveryStage? Guard => Stages.FirstOrDefault(stage => stage.IsGuard);

    public RecoveryStage? Find(int id) => Stages.FirstOrDefault(stage => stage.Id == id);

    /// <summary>The stages on all ways from the one that the guard names to the guard, both included.</summary>
    public IReadOnlySet<int> Region()
    {
        var region = new HashSet<int>();
        if (Guard is not { } guard)
        {
            return region;
        }

        var after = new HashSet<int> { guard.Retried };
        foreach (var stage in Stages.Where(stage => stage.Takes.Any(after.Contains)))
        {
            after.Add(stage.Id);
        }

        var before = new HashSet<int> { guard.Id };
        foreach (var stage in Stages.Reverse().Where(stage => before.Contains(stage.Id)))
        {
            before.UnionWith(stage.Takes);
        }

        region.UnionWith(after.Where(before.Contains));
        return region;
    }

    /// <summary>
    /// Whether each run shows in the trace before one nested in it does: a nested pipeline calls a method before it starts a run.
    /// </summary>
    public bool IsTraceable(bool isOutermost = true) =>
        Stages
            .Where(stage => stage.Nested is not null)
            .All(stage =>
                stage.Nested!.IsTraceable(isOutermost: false)
                && (isOutermost || stage.Takes.Any(taken => Find(taken) is { Nested: null }))
            );

    /// <summary>This pipeline and all that are nested in it.</summary>
    public IEnumerable<RecoveryPipeline> SelfAndNested() =>
        Stages
            .Where(stage => stage.Nested is not null)
            .SelectMany(stage => stage.Nested!.SelfAndNested())
            .Prepend(this);

    /// <summary>The stages of this pipeline that its entry point runs.</summary>
    public IReadOnlySet<int> Included()
    {
        var included = new HashSet<int> { Output };
        foreach (var stage in Stages.Reverse())
        {
            if (included.Contains(stage.Id))
            {
                included.UnionWith(stage.Takes);
            }
        }

        // A guard runs if what it takes is there.
        if (Guard is { } guard && guard.Takes.All(id => included.Contains(id) || Find(id) is null))
        {
            included.Add(guard.Id);
        }

        included.RemoveWhere(id => Find(id) is null);
        return included;
    }
}
