using Sluice.Compiler.Model;
using Sluice.Compiler.Plan;

namespace Sluice.Compiler.Lower;

/// <summary>Lowers one entry point.</summary>
internal sealed class EntryPointLowering
{
    private readonly PipelineModel _model;
    private readonly ExecutionPlan _plan;
    private readonly EntryPointModel _entryPoint;
    private readonly RunTraits _run;

    /// <param name="model">The pipeline.</param>
    /// <param name="plan">The plan of the entry point.</param>
    public EntryPointLowering(PipelineModel model, ExecutionPlan plan)
    {
        _model = model;
        _plan = plan;
        _entryPoint = model.EntryPoints[plan.EntryPoint];
        _run = new RunLowering(model, plan).Lower();
    }

    /// <summary>Lowers it.</summary>
    /// <param name="cancellationToken">The token that cancels the work, which each stage asks.</param>
    public LoweredEntryPoint Lower(CancellationToken cancellationToken)
    {
        var values = new ValueLowering(_model, _plan);
        var routes = new RouteLowering(_model, _plan);
        var lowering = new StageLowering(_model, _plan, _run, values, routes);
        var stages = new LoweredStage[_plan.Stages.Count];
        for (var place = 0; place < stages.Length; place++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            stages[place] = lowering.Lower(place);
        }

        LoweredStage[] schedule = [.. _plan.Schedule.Select(place => stages[place])];
        var suspensions = _plan
            .Suspensions.Select((suspension, index) => Suspension(suspension, index, stages))
            .ToArray();
        var shape = new RunShape(
            _plan.Lowering,
            _plan.StartsSuspended,
            _plan.IsSegmented,
            RunShape.Cut(schedule),
            suspensions,
            _plan.Ends
        );
        return new LoweredEntryPoint(
            _entryPoint,
            shape,
            _run,
            stages,
            schedule,
            [.. _plan.Outputs.Select(values.Lower)],
            routes.Inputs,
            EdgeLowering.Of(_model, _plan)
        );
    }

    private SuspensionPoint Suspension(Suspension suspension, int index, LoweredStage[] stages)
    {
        return new SuspensionPoint(
            stages[suspension.Place],
            [.. stages.Where(ready => (suspension.Ready & (1UL << ready.Place.Value)) != 0)],
            suspension.Ready,
            [.. suspension.Joins.Select(join => new WaitingCount(new Place(join.Place), join.Waiting))],
            suspension.OpenEnds < _plan.Ends ? suspension.OpenEnds : null,
            IsFirst: index == 0
        );
    }
}
