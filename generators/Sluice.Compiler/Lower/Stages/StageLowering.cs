using Sluice.Compiler.Bind;
using Sluice.Compiler.Model;
using Sluice.Compiler.Plan;
using Sluice.Compiler.Policies;

namespace Sluice.Compiler.Lower;

/// <summary>Lowers the stages of an entry point.</summary>
internal sealed class StageLowering
{
    private readonly PipelineModel _model;
    private readonly ExecutionPlan _plan;
    private readonly RunTraits _run;
    private readonly ValueLowering _values;
    private readonly CallLowering _calls;
    private readonly SlotLowering _slots;
    private readonly StepLowering _steps;
    private readonly GuardLowering _guards;
    private readonly LoopLowering _loops;
    private readonly ReleaseLowering _releases;
    private readonly int[] _reports;
    private readonly HashSet<int> _routes;

    /// <param name="model">The pipeline.</param>
    /// <param name="plan">The plan of the entry point.</param>
    /// <param name="run">The properties that all runs share.</param>
    /// <param name="values">Lowers bindings.</param>
    public StageLowering(PipelineModel model, ExecutionPlan plan, RunTraits run, ValueLowering values)
    {
        _model = model;
        _plan = plan;
        _run = run;
        _values = values;
        _calls = new CallLowering(model, plan);
        _slots = new SlotLowering(model, plan, run);
        _steps = new StepLowering(model, run);
        _guards = new GuardLowering(model, plan);
        _loops = new LoopLowering(plan, values);
        _releases = new ReleaseLowering(plan);
        _reports = new int[plan.Stages.Count];
        for (var index = 0; index < _reports.Length; index++)
        {
            _reports[plan.Schedule[index]] = index;
        }

        _routes = [.. values.RoutesOf(BindingKind.Stage)];
    }

    /// <summary>Lowers the stage at a place.</summary>
    public LoweredStage Lower(int place)
    {
        var planned = _plan.Stages[place];
        var stage = _model.Stages[planned.Stage];
        var call = _calls.Lower(place);
        var isStream = !stage.IsEffect && stage.Each is null && _model.Types[stage.OutputType].IsStream;
        var lowered = new LoweredStage(
            new Place(place),
            new StageIndex(planned.Stage),
            new ReportIndex(_reports[place]),
            stage,
            call,
            ValueTarget.OutputOf(stage, planned.Bound.ResultForm),
            [.. stage.Parameters.Zip(planned.Arguments, _values.Argument)]
        )
        {
            Skip = planned.MayBeSkipped ? Skip(planned) : null,
            KeepsFailure = planned.KeepsFailure,
            FailureIsHandled = planned.Bound.FailureIsHandled,
            Refuses = stage.Guard is not null && planned.Bound.GuardedRegion.Count == 0,
            Rounds = _guards.Rounds(place),
            Loop = _loops.Rounds(place),
            // The outermost comes first: what goes back to it begins the inner loops anew.
            BeginsRoundsOf =
            [
                .. _loops
                    .BegunInSchedule(place)
                    .Concat(_guards.BegunInSchedule(place))
                    .OrderByDescending(repeating => _plan.Stages[repeating.Value].Bound.RepeatedStages.Count),
            ],
            BeginsTimeOf = _guards.Timed(place),
            IsInRounds = _plan.GuardsOf(place).Any(),
            IsInLoop = _plan.IsInLoop(place),
            InnermostLoop = _loops.Innermost(place),
            Disposal = planned.Disposal,
            IsStream = isStream,
            TakesCallerToken = isStream && _run.IsReadAfterwards && _run.OwnsToken,
            CountsCalls = stage.Policies.Need(PolicyNeeds.CallCount),
            Waiting = planned.Waiting,
            Merges = [.. planned.Merges.Select((merge, index) => Merge(planned, merge, index + 1))],
            IsReadyAtStart = planned.Predecessors.Count == 0,
            Releases = [.. _releases.Of(place)],
            ConditionText = planned.Bound.ConditionText,
            Documentation = Documentation(planned),
        };
        lowered = lowered with
        {
            ValueSlots = [.. _slots.Values(lowered, planned)],
            ControlSlots = [.. _slots.Controls(lowered)],
        };
        return lowered with { Steps = _steps.Of(lowered, _routes.Contains(place)) };
    }

    private SkipDecision Skip(PlannedStage planned) =>
        new(
            [.. planned.Bound.Conditions.Select(_values.Lower)],
            [.. planned.Bound.Requirements.Select(_values.Lower)],
            [
                .. planned.Refusals.Select(refusal => new GuardRefusal(
                    new Place(refusal.Guard),
                    [.. refusal.Failing.Select(failing => new Place(failing))]
                )),
            ],
            planned.Bound.IsNeverNeeded,
            [
                .. planned.Bound.Demand.Select(term =>
                    (IReadOnlyList<LoweredCondition>)[.. term.Conditions.Select(_values.Lower)]
                ),
            ]
        );

    // The binding that the merge was planned for, whose sources are in the same order.
    private MergeCounter Merge(PlannedStage planned, PlannedMerge merge, int number)
    {
        var binding = planned
            .Arguments.Where(argument => argument.Kind == BindingKind.Merge)
            .First(argument =>
                argument
                    .Sources.Select(source => source.Kind == BindingKind.Stage ? source.Index : -1)
                    .SequenceEqual(merge.Sources)
            );
        var settled = Enumerable
            .Range(0, merge.Sources.Count)
            .Where(index => merge.Sources[index] < 0)
            .Aggregate(0, (bits, index) => bits | (1 << index));
        return new MergeCounter(number, [.. binding.Sources.Select(_values.Lower)], settled);
    }

    private StageDocumentation Documentation(PlannedStage planned)
    {
        var producers = planned
            .Arguments.SelectMany(argument => argument.Producers)
            .Where(producer => producer.Kind is BindingKind.Stage or BindingKind.Input)
            .ToArray();
        var read = producers.Where(producer => producer.Kind == BindingKind.Stage).Select(producer => producer.Index);
        return new StageDocumentation(
            [.. producers.Select(_values.NameOf)],
            [
                .. planned
                    .Predecessors.Except(read)
                    .Select(predecessor => _model.Stages[_plan.Stages[predecessor].Stage].Name),
            ]
        );
    }
}
