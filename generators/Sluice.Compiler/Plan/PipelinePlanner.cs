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
        var order = StaticOrder.ByPriority(graph.Stages, topologicalOrder);
        var placement = new StagePlacement(order);
        var reachability = new Reachability(
            topologicalOrder,
            [.. graph.Stages.Select(stage => (IReadOnlyList<int>)stage.Predecessors)]
        );
        var stages = PlaceStages(model, graph, order, placement, reachability);
        var schedule = StaticOrder.Schedule(stages).ToEquatableArray();
        var entryPoint = model.EntryPoints[graph.EntryPoint];

        var unordered = new UnorderedStages(graph, reachability);
        var lowering = unordered.Lowering();
        var ownsToken = lowering == PlanLowering.Concurrent && unordered.TokenTakerMayOverlap();
        var suspensions = SuspensionPoints.Of(stages, schedule);
        var startsSuspended =
            lowering != PlanLowering.StraightLine
            && (
                ownsToken
                || entryPoint.Delivery == Delivery.Result
                || model.ContinuesOnFailure
                || stages.Count > ExecutionPlan.StagesPerSegment
                || graph.Stages.Any(stage => model.Stages[stage.Stage].IsOffloaded)
                || suspensions.Sum(suspension => suspension.Settled.Count) > SuspensionPoints.MostCopies
            );
        return new ExecutionPlan(
            graph.EntryPoint,
            lowering,
            stages,
            schedule,
            graph.Outputs.Select(placement.Place).ToEquatableArray(),
            startsSuspended,
            startsSuspended ? EquatableArray<Suspension>.Empty : suspensions,
            ownsToken,
            OutputMayKeepToken: entryPoint.Outputs.Any(output => model.Types[output.Type].MayKeepToken),
            NeedsRunId: graph.Stages.Any(stage =>
                stage.Arguments.Any(argument => argument.Kind == BindingKind.StageContext)
            ),
            model.ContinuesOnFailure
        );
    }

    private static EquatableArray<PlannedStage> PlaceStages(
        PipelineModel model,
        EntryPointGraph graph,
        IReadOnlyList<int> order,
        StagePlacement placement,
        Reachability reachability
    )
    {
        var waitsFor = graph
            .Stages.Select(stage => (IReadOnlyList<int>)[.. reachability.Latest(stage.Predecessors)])
            .ToArray();
        var releases = StaticOrder.Successors(waitsFor);
        return order
            .Select(position => new PlannedStage(
                placement.Place(graph.Stages[position]),
                placement.Places(waitsFor[position]),
                placement.Places(releases[position]),
                model.ContinuesOnFailure || graph.Stages[position].FailureIsHandled
            ))
            .ToEquatableArray();
    }
}
