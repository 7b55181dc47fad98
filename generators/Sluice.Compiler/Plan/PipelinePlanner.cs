using System.Diagnostics;
using Sluice.Compiler.Bind;
using Sluice.Compiler.Model;
using Sluice.Compiler.Policies;
using Sluice.Compiler.Supplied;

namespace Sluice.Compiler.Plan;

/// <summary>Decides how a bound pipeline is executed. This step knows schedules and nothing of C# text.</summary>
internal static class PipelinePlanner
{
    /// <summary>Plans every entry point.</summary>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="cancellationToken">The token that cancels the work. It is checked before each entry point.</param>
    public static PlannedPipeline Plan(BoundPipeline pipeline, CancellationToken cancellationToken = default)
    {
        using var culture = InvariantCulture.Enter();
        var errors = pipeline.Findings.Where(finding => finding.Rule.IsError).ToEquatableArray();
        var plans =
            errors.Count == 0
                ? pipeline.Graphs.Select(graph => Plan(pipeline.Model, graph, cancellationToken)).ToEquatableArray()
                : EquatableArray<ExecutionPlan>.Empty;
        return new PlannedPipeline(pipeline.Model, plans, errors);
    }

    private static ExecutionPlan Plan(PipelineModel model, EntryPointGraph graph, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var topologicalOrder = StaticOrder.Topological(graph.Stages);
        var order = StaticOrder.ByPriority(graph.Stages, topologicalOrder);
        var placement = new StagePlacement(order);
        var predecessors = StrictPredecessors.Of(graph.Stages, topologicalOrder);
        var reachability = new Reachability(topologicalOrder, predecessors);
        var stages = PlaceStages(model, graph, order, placement, predecessors, reachability);
        var schedule = GuardedSchedule.Of(stages, StaticOrder.Schedule(stages)).ToEquatableArray();
        var entryPoint = model.EntryPoints[graph.EntryPoint];

        var unordered = new UnorderedStages(model, graph, reachability);
        var stream = PlannedStream.Of(entryPoint, graph, reachability, placement);
        // Only a concurrent run can reset the join counters of a region that runs again.
        var compensates = graph.Stages.Any(stage => model.Stages[stage.Stage].Compensation is not null);
        var hasGuards = stages.Any(stage => stage.Bound.GuardedRegion.Count > 0);
        var lowering = unordered.Lowering() switch
        {
            // The stages behind the stream may overlap with the other stages.
            _ when stream is not null => PlanLowering.Concurrent,
            PlanLowering.Sequential when hasGuards => PlanLowering.Concurrent,
            // Compensation may be asynchronous even if no stage is.
            PlanLowering.StraightLine when compensates && entryPoint.Return != ReturnShape.Synchronous => hasGuards
                ? PlanLowering.Concurrent
                : PlanLowering.Sequential,
            var simplest => simplest,
        };
        Debug.Assert(
            lowering == PlanLowering.Concurrent || stages.All(stage => stage.Merges.Count == 0),
            "Only a concurrent run starts a stage before all sources of a merge have settled."
        );
        var ownsToken = stream is not null || (lowering == PlanLowering.Concurrent && unordered.TokenTakerMayOverlap());
        var suspensions = SuspensionPoints.Of(stages, schedule);
        var startsSuspended =
            lowering != PlanLowering.StraightLine
            && (
                ownsToken
                || hasGuards
                || stages.Any(stage => stage.Bound.LoopBody.Count > 0)
                || compensates
                || entryPoint.Delivery == Delivery.Result
                || model.ContinuesOnFailure
                || stages.Any(stage => stage.Merges.Count > 0)
                || stages.Count > ExecutionPlan.StagesPerSegment
                || graph.Stages.Any(stage => model.Stages[stage.Stage].IsOffloaded)
                || (
                    lowering == PlanLowering.Concurrent
                    && SuspensionPoints.StatementsOf(suspensions, model.IsObserved(entryPoint))
                        > SuspensionPoints.MostStatements
                )
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
            NeedsScope: entryPoint.RunContext is not null
                || stages.Any(stage => stage.Disposal != PlannedDisposal.None || NeedsScope(model, stage.Bound)),
            model.ContinuesOnFailure
        )
        {
            Compensates = compensates,
            Stream = stream,
        };
    }

    private static bool NeedsScope(PipelineModel model, BoundStage stage) =>
        model.Stages[stage.Stage].Policies.NeedScope()
        || model.Stages[stage.Stage] is not { Guard: null, Compensation: null }
        || model.Stages[stage.Stage].Loop is { Exhausted.TakesContext: true }
        || model.Stages[stage.Stage].TakesSupplied(SuppliedNeeds.Scope);

    // The stage and all stages without whose values it is skipped.
    private static HashSet<int> Needed(EntryPointGraph graph, int position)
    {
        var needed = new HashSet<int> { position };
        var unseen = new Stack<int>(needed);
        while (unseen.Count > 0)
        {
            var required = graph.Stages[unseen.Pop()];
            var producers = required
                .Requirements.Concat(required.Conditions.Select(condition => condition.Source))
                .SelectMany(requirement => requirement.Producers)
                .Where(producer => producer.Kind == BindingKind.Stage);
            foreach (var producer in producers.Where(producer => needed.Add(producer.Index)))
            {
                unseen.Push(producer.Index);
            }
        }

        return needed;
    }

    private static PlannedDisposal Disposal(PipelineModel model, EntryPointGraph graph, int position) =>
        model.Stages[graph.Stages[position].Stage].Disposal == Model.Disposal.None ? PlannedDisposal.None
        : graph
            .Outputs.SelectMany(output => output.Producers)
            .Any(producer => producer.Kind == BindingKind.Stage && producer.Index == position)
            ? PlannedDisposal.OnFailure
        : PlannedDisposal.AtEnd;

    private static EquatableArray<PlannedStage> PlaceStages(
        PipelineModel model,
        EntryPointGraph graph,
        IReadOnlyList<int> order,
        StagePlacement placement,
        IReadOnlyList<IReadOnlyList<int>> predecessors,
        Reachability reachability
    )
    {
        var waitsFor = predecessors.Select(strict => (IReadOnlyList<int>)[.. reachability.Latest(strict)]).ToArray();
        var releases = StaticOrder.Successors(waitsFor);
        return order
            .Select(position => new PlannedStage(
                placement.Place(graph.Stages[position]),
                placement.Places(waitsFor[position]),
                placement.Places(releases[position]),
                model.ContinuesOnFailure || graph.Stages[position].FailureIsHandled
            )
            {
                Disposal = Disposal(model, graph, position),
                Refusals = graph
                    .Stages[position]
                    .WaitsForGuards.Select(guard => new PlannedRefusal(
                        placement.Places([guard])[0],
                        placement.Places(Needed(graph, guard))
                    ))
                    .ToEquatableArray(),
                Merges = graph
                    .Stages[position]
                    .Arguments.Where(argument => IsWaitedForInPart(argument, position))
                    .Distinct()
                    .Select(merge => new PlannedMerge(
                        placement
                            .Place(merge)
                            .Sources.Select(source => source.Kind == BindingKind.Stage ? source.Index : -1)
                            .ToEquatableArray()
                    ))
                    .ToEquatableArray(),
            })
            .ToEquatableArray();

        bool IsWaitedForInPart(Binding argument, int position) =>
            argument.Kind == BindingKind.Merge
            && argument.Sources.Any(source =>
                source.Kind == BindingKind.Stage && !reachability.IsBefore(source.Index, position)
            );
    }
}
