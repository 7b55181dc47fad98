using Sluice.Compiler.Bind;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Plan;

/// <summary>The step that decides how a bound pipeline is executed. It knows schedules and nothing of C# text.</summary>
internal static class PipelinePlanner
{
    /// <summary>Plans every entry point.</summary>
    public static PlannedPipeline Plan(BoundPipeline pipeline)
    {
        var errors = pipeline.Findings.Where(finding => finding.Rule.IsError()).ToEquatableArray();
        var plans =
            errors.Count == 0
                ? pipeline.Graphs.Select(graph => Plan(pipeline.Model, graph)).ToEquatableArray()
                : EquatableArray<ExecutionPlan>.Empty;
        return new PlannedPipeline(pipeline.Model, plans, errors);
    }

    private static ExecutionPlan Plan(PipelineModel model, EntryPointGraph graph)
    {
        var topologicalOrder = StaticOrder.Topological(graph.Stages);
        var order = StaticOrder.ByPriority(model, graph.Stages, topologicalOrder);
        var places = PlacesOf(order);
        var reachability = new Reachability(
            topologicalOrder,
            [.. graph.Stages.Select(stage => (IReadOnlyList<int>)stage.Predecessors)]
        );
        var stages = PlaceStages(model, graph, order, places, reachability);
        var schedule = StaticOrder.Schedule(stages).ToEquatableArray();
        var outputs = graph.Outputs.Select(output => Place(output, places)).ToEquatableArray();

        var unordered = new UnorderedStages(model, graph, reachability);
        var lowering = unordered.Lowering();
        var ownsToken = lowering == PlanLowering.Concurrent && unordered.TokenTakerMayOverlap();
        var suspensions = SuspensionPoints.Of(stages, schedule, outputs);
        var startsSuspended =
            lowering != PlanLowering.StraightLine
            && (
                ownsToken
                || stages.Count > ExecutionPlan.StagesPerSegment
                || graph.Stages.Any(stage => model.Stages[stage.Stage].IsOffloaded)
                || suspensions.Sum(suspension => suspension.LiveValues.Count) > SuspensionPoints.MostCopies
            );
        return new ExecutionPlan(
            graph.EntryPoint,
            lowering,
            stages,
            schedule,
            outputs,
            startsSuspended,
            startsSuspended ? EquatableArray<Suspension>.Empty : suspensions,
            ownsToken,
            OutputMayKeepToken: model
                .EntryPoints[graph.EntryPoint]
                .Outputs.Any(output => model.Types[output.Type].MayKeepToken),
            NeedsRunId: graph.Stages.Any(stage =>
                stage.Arguments.Any(argument => argument.Kind == BindingKind.StageContext)
            )
        );
    }

    private static EquatableArray<PlannedStage> PlaceStages(
        PipelineModel model,
        EntryPointGraph graph,
        IReadOnlyList<int> order,
        int[] places,
        Reachability reachability
    )
    {
        var waitsFor = graph
            .Stages.Select(stage => (IReadOnlyList<int>)[.. reachability.Latest(stage.Predecessors)])
            .ToArray();
        var releases = StaticOrder.Successors(waitsFor);
        return order
            .Select(position => new PlannedStage(
                graph.Stages[position].Stage,
                graph.Stages[position].Arguments.Select(argument => Place(argument, places)).ToEquatableArray(),
                Places(graph.Stages[position].Predecessors, places),
                Places(waitsFor[position], places),
                Places(releases[position], places),
                model.Stages[graph.Stages[position].Stage].IsAsynchronous
            ))
            .ToEquatableArray();
    }

    private static EquatableArray<int> Places(IEnumerable<int> positions, int[] places) =>
        positions.Select(position => places[position]).OrderBy(place => place).ToEquatableArray();

    private static Binding Place(Binding binding, int[] places) =>
        binding.Kind == BindingKind.Stage ? binding with { Index = places[binding.Index] } : binding;

    private static int[] PlacesOf(IReadOnlyList<int> order)
    {
        var places = new int[order.Count];
        for (var place = 0; place < order.Count; place++)
        {
            places[order[place]] = place;
        }

        return places;
    }
}
