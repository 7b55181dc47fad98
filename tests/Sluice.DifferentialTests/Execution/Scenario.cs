using Sluice.DifferentialTests.Graphs;
using Sluice.DifferentialTests.Probing;
using Sluice.DifferentialTests.Reference;
using Sluice.DifferentialTests.Reference.Prediction;

namespace Sluice.DifferentialTests.Execution;

/// <summary>
/// Decides the behaviour of every call in a run. It depends on the stage, the element and the number of the call alone, so that a scenario
/// stays the same while a pipeline shrinks.
/// </summary>
/// <param name="Mode">How freely stages behave.</param>
/// <param name="Seed">The seed of all behaviour.</param>
/// <param name="FaultsPerMille">How likely a call is to fail; clean-ups fail as often, and twice as many compensations.</param>
/// <param name="CancelsPerMille">How likely a stage is to cancel, or the caller during a call.</param>
/// <param name="WaitsPercent">How likely an asynchronous call is not to complete at once.</param>
internal sealed record Scenario(
    RunMode Mode,
    ulong Seed,
    int FaultsPerMille = 0,
    int CancelsPerMille = 0,
    int WaitsPercent = 50
)
{
    private static readonly Timing[] AtOnceTimings = [Timing.AtOnce, Timing.AtOnce, Timing.AtOnceFromSource];
    private static readonly Timing[] GatedTimings = [Timing.TaskGate, Timing.SourceGate];
    private static readonly Timing[] FreeTimings = Enum.GetValues<Timing>();

    /// <summary>How likely a stage is to skip that may.</summary>
    public int SkipsPercent { get; init; } = 40;

    /// <summary>How likely a guard is not to let pass.</summary>
    public int RefusalsPercent { get; init; } = 40;

    /// <summary>How many of the failures are exception objects that other calls and other runs throw, too.</summary>
    public int SharedPercent { get; init; }

    /// <summary>How many of the failures are exceptions that tell of a cancellation, although no token is cancelled.</summary>
    public int CancellationsPercent { get; init; }

    /// <summary>How many runs of one instance there are at a time.</summary>
    public int Runs { get; init; } = 1;

    /// <summary>The id of one stage that behaves otherwise, or -1.</summary>
    public int Special { get; init; } = -1;

    /// <summary>The behaviour of that stage.</summary>
    public Conduct SpecialConduct { get; init; }

    public Circumstances In(EntryPointPlan plan, int run)
    {
        var stages = plan
            .Pipeline.SelfAndNested()
            .SelectMany(pipeline => pipeline.Stages)
            .ToDictionary(stage => stage.Id);
        return new(
            Seed + (ulong)run,
            (id, element, round) =>
                Fitting(plan, stages[id], id == Special ? SpecialConduct : Of(plan, stages[id], element, round, run)),
            plan.Pipeline
        );
    }

    private Conduct Of(EntryPointPlan plan, StageShape stage, string? element, int round, int run)
    {
        var call = element is null ? (ulong)round - 1 : Evaluator.Combine(stage.Id, [element]);
        var dice = new Dice(Dice.Mix(Dice.Mix(Seed + (ulong)run, (ulong)stage.Id), call));
        var timings =
            Mode == RunMode.AtOnce || !dice.Chance(WaitsPercent) ? AtOnceTimings
            : Mode == RunMode.Gated ? GatedTimings
            : FreeTimings;
        var timing = dice.Pick(timings);
        var fails = dice.Below(1000) < FaultsPerMille;
        var cancels = dice.Below(1000) < CancelsPerMille;
        var skips = dice.Chance(SkipsPercent);
        var refuses = dice.Chance(RefusalsPercent);
        var ending =
            fails ? dice.Pick(Failures(plan, stage))
            : cancels && stage.Form == Form.Outcome ? Ending.CancelsRun
            : skips && stage.Form != Form.Plain ? Ending.Skips
            : refuses && stage.IsGuard ? Ending.Refuses
            : Ending.Succeeds;
        return new Conduct(
            timing,
            ending,
            dice.Chance(SharedPercent) ? FailureKind.Shared
                : dice.Chance(CancellationsPercent) ? FailureKind.Cancellation
                : FailureKind.Own,
            HonoursToken: dice.Chance(50),
            !cancels || ending is not (Ending.Succeeds or Ending.Refuses) ? CallerCancellation.None
                : !plan.Pipeline.Recovers ? CallerCancellation.AtStart
                : dice.Pick([CallerCancellation.AtEnd, CallerCancellation.NoticedAtEnd]),
            OpensGate: Mode == RunMode.Free && dice.Chance(10),
            UndoFails: dice.Below(1000) < FaultsPerMille * 2,
            CleanUpFails: dice.Below(1000) < FaultsPerMille
        );
    }

    /// <summary>Leaves out what the stage or the entry point cannot do.</summary>
    private static Conduct Fitting(EntryPointPlan plan, StageShape stage, Conduct conduct) =>
        conduct with
        {
            Timing = stage.Return == ReturnStyle.Synchronous ? Timing.AtOnce : conduct.Timing,
            Ending =
                stage.Return == ReturnStyle.Synchronous
                && conduct.Ending == Ending.ThrowsLater
                && stage.Content != Content.Stream
                    ? Ending.Throws
                    : conduct.Ending,
            HonoursToken = conduct.HonoursToken && stage.TakesToken,
            Cancellation = plan.EntryPoint.TakesToken ? conduct.Cancellation : CallerCancellation.None,
        };

    private static Ending[] Failures(EntryPointPlan plan, StageShape stage)
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

        // A value by which nothing branches is never looked at.
        if (stage is { Content: Content.Tone, Each: null } && plan.Conditional(stage.Id).Any())
        {
            endings.Add(Ending.GivesUnnamed);
        }

        return [.. endings];
    }
}
