using Sluice.DifferentialTests.Execution;
using Sluice.DifferentialTests.Graphs;
using Sluice.DifferentialTests.Recovery.Probing;
using Sluice.DifferentialTests.Recovery.Shapes;

namespace Sluice.DifferentialTests.Recovery.Execution;

/// <summary>Decides how every call of every stage behaves in a trial.</summary>
/// <param name="Mode">How freely stages behave.</param>
/// <param name="Seed">The seed of all behaviour.</param>
/// <param name="FaultsPerMille">How likely a call is to fail.</param>
/// <param name="RefusalsPercent">How likely a guard is not to let pass.</param>
/// <param name="CancelsPerMille">How likely the caller is to cancel during a call.</param>
/// <param name="WaitsPercent">How likely an asynchronous call is not to complete at once.</param>
/// <param name="Trials">How many runs of one instance there are at a time.</param>
/// <param name="SharedPercent">How many of the failing calls throw an exception object that others throw, too.</param>
internal sealed record RecoveryScenario(
    RunMode Mode,
    ulong Seed,
    int FaultsPerMille = 0,
    int RefusalsPercent = 40,
    int CancelsPerMille = 0,
    int WaitsPercent = 50,
    int Trials = 1,
    int SharedPercent = 0
)
{
    /// <summary>Whether all happens on one thread, so that the trace has one order.</summary>
    public bool IsExact => Mode != RunMode.Free && Trials == 1;

    public Func<int, int, StepConduct> In(RecoveryPipeline pipeline, int trial)
    {
        var stages = pipeline
            .SelfAndNested()
            .SelectMany(shape => shape.Stages)
            .Where(stage => stage.Nested is null)
            .ToDictionary(stage => stage.Id);
        return (stage, call) => Of(stages[stage], trial, call);
    }

    private StepConduct Of(RecoveryStage stage, int trial, int call)
    {
        var dice = new Dice(Dice.Mix(Dice.Mix(Seed + (ulong)trial, (ulong)stage.Id), (ulong)call));
        var waits = dice.Chance(WaitsPercent);
        var timing =
            Mode == RunMode.AtOnce || !waits ? StepTiming.AtOnce
            : Mode == RunMode.Gated || dice.Chance(50) ? StepTiming.Gate
            : StepTiming.Yield;
        var fails = dice.Below(1000) < FaultsPerMille;
        var refuses = dice.Chance(RefusalsPercent);
        var cancels = dice.Below(1000) < CancelsPerMille;
        var isShared = dice.Chance(SharedPercent);
        var isNoticed = dice.Chance(50);
        var ending = fails
            ? isShared
                ? StepEnding.ThrowsShared
                : StepEnding.Throws
            : cancels
                ? isNoticed
                    ? StepEnding.CancelsAndNotices
                    : StepEnding.CancelsUnnoticed
                : refuses && stage.IsGuard
                    ? StepEnding.Refuses
                    : StepEnding.Succeeds;
        return new StepConduct(
            timing,
            ending,
            HonoursToken: dice.Chance(50) && stage.TakesToken,
            UndoFails: dice.Below(1000) < FaultsPerMille * 2,
            CleanUpFails: dice.Below(1000) < FaultsPerMille
        );
    }
}
