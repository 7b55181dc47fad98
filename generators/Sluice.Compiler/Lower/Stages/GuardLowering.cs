using Sluice.Compiler.Model;
using Sluice.Compiler.Plan;

namespace Sluice.Compiler.Lower;

/// <summary>Finds the stages that guards have run again.</summary>
/// <param name="model">The pipeline.</param>
/// <param name="plan">The plan of the entry point.</param>
internal sealed class GuardLowering(PipelineModel model, ExecutionPlan plan)
{
    private readonly int[] _guards =
    [
        .. Enumerable.Range(0, plan.Stages.Count).Where(place => plan.Stages[place].Bound.GuardedRegion.Count > 0),
    ];

    /// <summary>The rounds of the guard at a place, or <see langword="null"/> if it has no stages run again.</summary>
    public GuardRounds? Rounds(int place)
    {
        if (!_guards.Contains(place))
        {
            return null;
        }

        var region = plan.Stages[place].Bound.GuardedRegion;
        var retried = region[0];
        return new GuardRounds(
            new Place(retried),
            new Place(First(place)),
            [.. region.Where(other => other != place).Select(other => new Place(other))],
            [.. region.Where(other => other != place && _guards.Contains(other)).Select(other => new Place(other))],
            [.. region.Where(other => plan.Stages[other].Bound.LoopBody.Count > 0).Select(other => new Place(other))],
            [
                // The other predecessors have settled: they come before the guard too.
                .. region
                    .Where(other => other != retried && plan.Stages[other].IsJoin)
                    .Select(other => new WaitingCount(
                        new Place(other),
                        plan.Stages[other].WaitsFor.Count(region.Contains)
                    )),
            ],
            NeedsProgress: !Guard(place).AllowsNoProgress && !model.Stages[plan.Stages[retried].Stage].IsEffect
        );
    }

    /// <summary>The guards whose rounds begin with the stage at a place in the schedule.</summary>
    public IReadOnlyList<Place> BegunInSchedule(int place) =>
        [.. _guards.Where(guard => First(guard) == place).Select(guard => new Place(guard))];

    /// <summary>The guards with a limit of time that retry the stage at a place.</summary>
    public IReadOnlyList<Place> Timed(int place) =>
        [
            .. _guards
                .Where(guard => plan.Stages[guard].Bound.GuardedRegion[0] == place && Guard(guard).Timeout > 0)
                .Select(guard => new Place(guard)),
        ];

    private GuardModel Guard(int place) => model.Stages[plan.Stages[place].Stage].Guard!;

    private int First(int guard) => plan.Schedule.First(plan.Stages[guard].Bound.GuardedRegion.Contains);
}
