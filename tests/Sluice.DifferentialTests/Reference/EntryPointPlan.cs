using Sluice.DifferentialTests.Graphs;

namespace Sluice.DifferentialTests.Reference;

/// <summary>What a run of an entry point consists of, and in which order, by the language's rules and nothing else.</summary>
public sealed class EntryPointPlan
{
    private readonly Dictionary<int, StageShape> _stages;
    private readonly Dictionary<int, int[]> _predecessors = [];

    public EntryPointPlan(PipelineShape pipeline, EntryPointShape entryPoint)
    {
        Pipeline = pipeline;
        EntryPoint = entryPoint;
        _stages = pipeline.Stages.ToDictionary(stage => stage.Id);
        var included = new HashSet<int>();
        foreach (var output in entryPoint.Outputs)
        {
            Include(output, included);
        }

        var effects = pipeline.Stages.Where(stage =>
            stage.IsEffect && (stage.Only < 0 || stage.Only == entryPoint.Index)
        );
        foreach (var effect in effects)
        {
            if (entryPoint.Outputs.Count == 0)
            {
                Include(effect.Id, included);
            }
            else if (effect.Arguments.All(argument => argument.Producer < 0 || included.Contains(argument.Producer)))
            {
                included.Add(effect.Id);
            }
        }

        foreach (var id in included)
        {
            var stage = _stages[id];
            var all = stage.Arguments.Select(argument => argument.Producer).Concat(stage.After);
            _predecessors[id] = [.. all.Where(included.Contains).Distinct()];
        }

        var places = pipeline.Declaration.Index().ToDictionary(item => item.Item, item => item.Index);
        Order =
        [
            .. included
                .OrderByDescending(id => _stages[id].IsAsynchronous)
                .ThenByDescending(LongestRemainingPath(pipeline, included))
                .ThenBy(id => places[id]),
        ];
    }

    public PipelineShape Pipeline { get; }

    public EntryPointShape EntryPoint { get; }

    /// <summary>The stages that run, in the static total order: whoever can start something starts the first that is ready.</summary>
    public IReadOnlyList<int> Order { get; }

    public bool IsAsynchronous => Order.Any(id => _stages[id].IsAsynchronous);

    public bool HasOffloadedStage => Order.Any(id => _stages[id].IsOffloaded);

    public StageShape Stage(int id) => _stages[id];

    /// <summary>The stages that must have ended before a stage may start.</summary>
    public IReadOnlyList<int> Predecessors(int id) => _predecessors[id];

    private void Include(int id, HashSet<int> included)
    {
        if (!included.Add(id))
        {
            return;
        }

        foreach (var argument in _stages[id].Arguments.Where(argument => argument.Producer >= 0))
        {
            Include(argument.Producer, included);
        }
    }

    private Func<int, int> LongestRemainingPath(PipelineShape pipeline, HashSet<int> included)
    {
        var lengths = included.ToDictionary(id => id, _ => 1);
        foreach (var id in pipeline.Stages.Select(stage => stage.Id).Where(included.Contains).Reverse())
        {
            foreach (var predecessor in _predecessors[id])
            {
                lengths[predecessor] = Math.Max(lengths[predecessor], lengths[id] + 1);
            }
        }

        return id => lengths[id];
    }
}
