using Sluice.Compiler.Bind.Guards;
using Sluice.Compiler.Bind.Loops;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>
/// Creates the graph of an entry point from its bindings. The graph identifies stages by their positions.
/// </summary>
internal sealed class GraphWriter(
    BindingTables tables,
    int entryPoint,
    StageResolutions resolutions,
    ReceiverTable receivers,
    GuardRegions guards,
    LoopRegions loops
)
{
    private PipelineModel Model => tables.Model;

    public EntryPointGraph Write(PrecedenceGraph graph, IReadOnlyList<Resolution> outputs) =>
        new(
            entryPoint,
            graph.Stages.Select((stage, position) => Stage(stage, position, graph)).ToEquatableArray(),
            outputs.Select(output => InGraph(output.Binding, graph)).ToEquatableArray()
        );

    private BoundStage Stage(int stage, int position, PrecedenceGraph graph) =>
        new(
            stage,
            resolutions.Of(stage).Select(resolution => InGraph(resolution.Binding, graph)).ToEquatableArray(),
            graph
                .Edges[position]
                .Select(edge => edge.Predecessor)
                .Distinct()
                .OrderBy(predecessor => predecessor)
                .ToEquatableArray()
        )
        {
            LaterSources = LaterSources(stage, position, graph).ToEquatableArray(),
            Conditions = loops
                .ConditionsOf(stage, Model, resolutions)
                .Select(condition => new BoundCondition(
                    InGraph(condition.Source.Binding, graph),
                    condition.Values,
                    condition.IsNegated
                ))
                .ToEquatableArray(),
            ResultForm = ResultFormRule.Of(Model, tables.Producers, receivers, stage),
            GuardedRegion = GuardedRegion(position).ToEquatableArray(),
            LoopBody = loops.PositionsOf(stage, graph).ToEquatableArray(),
            GuardedStages = guards.Of(position).ToEquatableArray(),
            WaitsForGuards = Model.ContinuesOnFailure
                ? guards.Before(position).ToEquatableArray()
                : EquatableArray<int>.Empty,
            IsAsynchronous = Asynchrony.MayEndLater(Model, Model.EntryPoints[entryPoint], stage, resolutions),
        };

    private IEnumerable<int> GuardedRegion(int position) =>
        guards.Retried(position) is >= 0 and var retried
            ? guards.Of(position).Where(other => other != retried).Prepend(retried)
            : [];

    private IEnumerable<int> LaterSources(int stage, int position, PrecedenceGraph graph) =>
        graph
            .Edges[position]
            .GroupBy(edge => edge.Predecessor)
            .Where(edges => edges.All(edge => edge.Parameter >= 0 && IsLaterSource(stage, edge, graph)))
            .Select(edges => edges.Key)
            .OrderBy(predecessor => predecessor);

    private bool IsLaterSource(int stage, Precedence edge, PrecedenceGraph graph)
    {
        var binding = resolutions.Of(stage)[edge.Parameter].Binding;
        return binding.Kind == BindingKind.Merge
            && binding.Sources[0].Kind == BindingKind.Stage
            && graph.PositionOf(binding.Sources[0].Index) != edge.Predecessor;
    }

    private static Binding InGraph(Binding binding, PrecedenceGraph graph) =>
        binding.Kind switch
        {
            BindingKind.Stage => binding with { Index = graph.PositionOf(binding.Index) },
            BindingKind.Merge or BindingKind.All => binding with
            {
                Sources = binding.Sources.Select(source => InGraph(source, graph)).ToEquatableArray(),
            },
            BindingKind.Carried => binding with
            {
                Index = graph.PositionOf(binding.Index),
                Sources = binding.Sources.Select(source => InGraph(source, graph)).ToEquatableArray(),
            },
            _ => binding,
        };
}
