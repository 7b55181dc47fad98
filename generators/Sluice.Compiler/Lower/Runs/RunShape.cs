using Sluice.Compiler.Plan;

namespace Sluice.Compiler.Lower;

/// <summary>Where the values of a run live, and how its stages follow one another.</summary>
/// <param name="Lowering">The form in which the entry point is compiled.</param>
/// <param name="StartsInObject">
/// Whether the run lives in its object from the start. Otherwise it runs on the caller's stack, as far as it gets.
/// </param>
/// <param name="IsSegmented">Whether the stages are cut into several methods.</param>
/// <param name="Segments">The stages of each method, in the order of the schedule. There is at least one.</param>
/// <param name="Suspensions">
/// The stages at which a run on the caller's stack may move into its object, in the order of the schedule.
/// </param>
/// <param name="Ends">The number of stages and streams that have to end before the run does.</param>
internal sealed record RunShape(
    PlanLowering Lowering,
    bool StartsInObject,
    bool IsSegmented,
    IReadOnlyList<IReadOnlyList<LoweredStage>> Segments,
    IReadOnlyList<SuspensionPoint> Suspensions,
    int Ends
)
{
    /// <summary>Whether the run is a straight line, which never leaves the caller's stack.</summary>
    public bool IsStraightLine => Lowering == PlanLowering.StraightLine;

    /// <summary>Whether stages may be under way at once.</summary>
    public bool IsConcurrent => Lowering == PlanLowering.Concurrent;

    /// <summary>Whether the stages run one after the other in an object.</summary>
    public bool IsSequential => Lowering == PlanLowering.Sequential;

    /// <summary>Whether the method of the entry point itself calls stages.</summary>
    public bool CallsStagesOnStack => !StartsInObject && !IsSegmented;

    /// <summary>Whether the run counts its open ends, since more than one has to end.</summary>
    public bool CountsEnds => Ends > 1;

    /// <summary>Cuts a list of stages into segments. There is at least one.</summary>
    /// <param name="stages">The stages, in the order of the segments.</param>
    public static IReadOnlyList<IReadOnlyList<LoweredStage>> Cut(IReadOnlyList<LoweredStage> stages)
    {
        var segments = new List<IReadOnlyList<LoweredStage>>();
        for (var start = 0; start == 0 || start < stages.Count; start += ExecutionPlan.StagesPerSegment)
        {
            segments.Add([.. stages.Skip(start).Take(ExecutionPlan.StagesPerSegment)]);
        }

        return segments;
    }
}
