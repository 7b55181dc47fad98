using Sluice.DifferentialTests.Branching.Probing;
using Sluice.DifferentialTests.Branching.Reference;
using Sluice.DifferentialTests.Branching.Shapes;
using Sluice.DifferentialTests.Execution;
using Sluice.DifferentialTests.Graphs;
using Sluice.DifferentialTests.Probing;

namespace Sluice.DifferentialTests.Branching.Execution;

/// <summary>Decides how every stage of a pipeline that branches behaves in a run.</summary>
/// <param name="Mode">How freely stages behave.</param>
/// <param name="Seed">What behaviours are derived from.</param>
/// <param name="FaultsPerMille">How likely a stage or an element is to fail.</param>
/// <param name="CancelsPerMille">How likely a stage is to cancel, or the caller while a stage starts.</param>
/// <param name="SkipsPercent">How likely a stage is to skip that may.</param>
/// <param name="WaitsPercent">How likely an asynchronous stage is not to complete at once.</param>
internal sealed record BranchingScenario(
    RunMode Mode,
    ulong Seed,
    int FaultsPerMille = 0,
    int CancelsPerMille = 0,
    int SkipsPercent = 40,
    int WaitsPercent = 50
)
{
    private static readonly Timing[] _atOnce = [Timing.AtOnce, Timing.AtOnce, Timing.AtOnceFromSource];
    private static readonly Timing[] _gated = [Timing.TaskGate, Timing.SourceGate];
    private static readonly Timing[] _free = Enum.GetValues<Timing>();

    public Circumstances In(BranchingPlan plan) =>
        new(Seed, (stage, element) => Of(plan, stage, element), plan.Pipeline);

    private Conduct Of(BranchingPlan plan, int id, string? element)
    {
        var stage = plan.Pipeline.Stage(id);
        var dice = new Dice(
            Dice.Mix(Dice.Mix(Seed, (ulong)id), element is null ? 0 : Evaluator.Combine(id, [element]))
        );
        var timings =
            Mode == RunMode.AtOnce || !dice.Chance(WaitsPercent) ? _atOnce
            : Mode == RunMode.Gated ? _gated
            : _free;
        var timing = dice.Pick(timings);
        var fails = dice.Below(1000) < FaultsPerMille;
        var cancels = dice.Below(1000) < CancelsPerMille;
        var skips = dice.Chance(SkipsPercent);
        var honoursToken = dice.Chance(50);
        var ending =
            fails ? dice.Pick(Failures(plan, stage))
            : cancels && stage.Form == Form.Outcome ? Ending.CancelsRun
            : skips && stage.Form != Form.Plain ? Ending.Skips
            : Ending.Succeeds;
        return new Conduct(
            stage.Return == ReturnStyle.Synchronous ? Timing.AtOnce : timing,
            ending,
            honoursToken && stage.TakesToken,
            cancels && ending == Ending.Succeeds && plan.Pipeline.EntryPoint.TakesToken
        );
    }

    private static Ending[] Failures(BranchingPlan plan, BranchingStage stage)
    {
        var endings = new List<Ending> { Ending.Throws };
        if (stage.Return != ReturnStyle.Synchronous)
        {
            endings.Add(Ending.ThrowsLater);
        }

        if (stage.Form == Form.Outcome)
        {
            endings.AddRange([Ending.ReturnsFailure, Ending.AsksForRetry]);
        }

        // What nobody branches by is never looked at.
        if (stage is { Content: Content.Tone, Each: null } && plan.Guarded(stage.Id).Any())
        {
            endings.Add(Ending.GivesUnnamed);
        }

        return [.. endings];
    }
}
