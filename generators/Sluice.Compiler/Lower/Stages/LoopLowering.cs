using Sluice.Compiler.Bind;
using Sluice.Compiler.Plan;

namespace Sluice.Compiler.Lower;

/// <summary>Finds the rounds of loops.</summary>
/// <param name="plan">The plan of the entry point.</param>
/// <param name="values">Lowers bindings.</param>
internal sealed class LoopLowering(ExecutionPlan plan, ValueLowering values)
{
    private readonly int[] _decisions =
    [
        .. Enumerable.Range(0, plan.Stages.Count).Where(place => plan.Stages[place].Bound.LoopBody.Count > 0),
    ];

    /// <summary>The rounds that the stage at a place decides, or <see langword="null"/> if it decides none.</summary>
    public LoopRounds? Rounds(int place)
    {
        if (!_decisions.Contains(place))
        {
            return null;
        }

        var body = plan.Stages[place].Bound.LoopBody;
        int WaitsForBody(int other) => plan.Stages[other].WaitsFor.Count(body.Contains);
        return new LoopRounds(
            [.. body.Select(other => new Place(other))],
            new Place(First(place)),
            [.. body.Where(other => WaitsForBody(other) == 0).Select(other => new Place(other))],
            [.. body.Where(other => other != place && _decisions.Contains(other)).Select(other => new Place(other))],
            [
                .. body.Where(other => plan.Stages[other].Bound.GuardedRegion.Count > 0)
                    .Select(other => new Place(other)),
            ],
            [
                // The other predecessors have settled: they come before the decision too.
                .. body.Where(other => plan.Stages[other].IsJoin && WaitsForBody(other) > 0)
                    .Select(other => new WaitingCount(new Place(other), WaitsForBody(other))),
            ],
            [
                .. body.Where(other =>
                        plan.ContinuesOnFailure
                        && other != place
                        && plan.Stages[other] is { KeepsFailure: true, Bound.FailureIsHandled: false }
                    )
                    .Select(other => new Place(other)),
            ],
            FirstValue(place)
        );
    }

    /// <summary>The decisions of the loops that begin with the stage at a place in the schedule.</summary>
    public IEnumerable<Place> BegunInSchedule(int place) =>
        _decisions.Where(decision => First(decision) == place).Select(decision => new Place(decision));

    /// <summary>The decision of the smallest loop whose body contains a stage, or <see langword="null"/>.</summary>
    public Place? Innermost(int place)
    {
        var containing = _decisions
            .Where(decision => plan.Stages[decision].Bound.LoopBody.Contains(place))
            .OrderBy(decision => plan.Stages[decision].Bound.LoopBody.Count)
            .ToArray();
        return containing.Length == 0 ? null : new Place(containing[0]);
    }

    // Each parameter that takes the carried value has the same first value.
    private TakenValue? FirstValue(int decision) =>
        plan
            .Stages.SelectMany(stage => stage.Arguments)
            .Where(argument => argument.Kind == BindingKind.Carried && argument.Index == decision)
            .Select(argument => argument.Sources.Count == 0 ? null : values.Lower(argument.Sources[0]))
            .FirstOrDefault();

    private int First(int decision) => plan.Schedule.First(plan.Stages[decision].Bound.LoopBody.Contains);
}
