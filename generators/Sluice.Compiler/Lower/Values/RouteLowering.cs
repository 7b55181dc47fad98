using Sluice.Compiler.Bind;
using Sluice.Compiler.Model;
using Sluice.Compiler.Plan;

namespace Sluice.Compiler.Lower;

/// <summary>Finds the stages and inputs by whose values stages run, and the checks of these values.</summary>
internal sealed class RouteLowering
{
    private readonly PipelineModel _model;
    private readonly RouteTypeTable _types;
    private readonly Dictionary<(BindingKind Kind, int Index), RouteCheck> _checks = [];

    /// <param name="model">The pipeline.</param>
    /// <param name="plan">The plan of the entry point.</param>
    public RouteLowering(PipelineModel model, ExecutionPlan plan)
    {
        _model = model;
        _types = new RouteTypeTable(model);
        foreach (var condition in plan.Stages.SelectMany(Conditions))
        {
            var key = (condition.Source.Kind, condition.Source.Index);
            if (!_checks.ContainsKey(key) && Check(condition, TypeOf(condition.Source, plan)) is { } check)
            {
                _checks.Add(key, check);
            }
        }
    }

    /// <summary>The inputs, in order.</summary>
    public IReadOnlyList<RouteInput> Inputs =>
        [
            .. _checks
                .Where(check => check.Key.Kind == BindingKind.Input)
                .OrderBy(check => check.Key.Index)
                .Select(check => new RouteInput(check.Key.Index, check.Value)),
        ];

    /// <summary>The check of the output of the stage at a place, or <see langword="null"/> if there is none.</summary>
    public RouteCheck? OfStage(int place) =>
        _checks.TryGetValue((BindingKind.Stage, place), out var check) ? check : null;

    private static IEnumerable<BoundCondition> Conditions(PlannedStage stage) =>
        stage.Bound.Conditions.Concat(stage.Bound.Demand.SelectMany(term => term.Conditions));

    private int TypeOf(Binding source, ExecutionPlan plan) =>
        source.Kind == BindingKind.Input
            ? _model.EntryPoints[plan.EntryPoint].Inputs[source.Index].Type
            : _model.Stages[plan.Stages[source.Index].Stage].OutputType;

    private RouteCheck? Check(BoundCondition condition, int type) =>
        condition.Values.Any(value => value.IsType) ? new RouteCheck([.. Classes(type)], IsByType: true)
        : _model.Types[type].Route == RouteKind.Enum
            ? new RouteCheck([.. _model.Types[type].Members.Select(member => member.Code)], IsByType: false)
        : null;

    private IEnumerable<string> Classes(int type) =>
        _types.Route(type) is { IsClosed: true } route
            ? _types.Widest([.. route.Known.Select(known => known.Type)], known => known).Select(_types.Code)
            : [];
}
