using Sluice.DifferentialTests.Execution;
using Sluice.DifferentialTests.Graphs;
using Sluice.DifferentialTests.Probing;
using Sluice.DifferentialTests.Reference;

namespace Sluice.DifferentialTests;

/// <summary>
/// Compiled pipelines in which every stage runs, against a static order of stages. A failure prints seeds, a trace and a small pipeline.
/// </summary>
public sealed class RandomGraphTests
{
    public static TheoryData<int> SmallBatches => Setting.Batches("PLAIN_SMALL", 8);

    public static TheoryData<int> LargeBatches => Setting.Batches("PLAIN_LARGE", 4);

    public static TheoryData<int> SegmentedBatches => Setting.Batches("PLAIN_SEGMENTED", 1);

    [Theory]
    [MemberData(nameof(SmallBatches))]
    public Task Small_graphs_do_what_the_reference_does(int batch) =>
        Campaign.CheckAsync(RandomBatch.Create(1, batch, 125, 1, 8, Dials.Plain), Mixed);

    [Theory]
    [MemberData(nameof(LargeBatches))]
    public Task Graphs_do_what_the_reference_does(int batch) =>
        Campaign.CheckAsync(RandomBatch.Create(2, batch, 60, 9, 40, Dials.Plain), Mixed);

    [Theory]
    [MemberData(nameof(SegmentedBatches))]
    public Task Graphs_of_several_segments_do_what_the_reference_does(int batch) =>
        Campaign.CheckAsync(RandomBatch.Create(3, batch, 24, 65, 200, Dials.Plain), Mixed);

    [Theory]
    [MemberData(nameof(LargeBatches))]
    public Task Every_stage_may_be_the_one_that_suspends_fails_or_cancels(int batch) =>
        Campaign.CheckAsync(RandomBatch.Create(4, batch, 60, 1, 14, Dials.Plain), OneSpecialStage);

    [Theory]
    [MemberData(nameof(SegmentedBatches))]
    public Task Every_stage_of_several_segments_may_be_the_one_that_suspends_fails_or_cancels(int batch) =>
        Campaign.CheckAsync(RandomBatch.Create(5, batch, 6, 65, 100, Dials.Plain), OneSpecialStage);

    private static IEnumerable<Scenario> Mixed(EntryPointPlan plan)
    {
        var seed = Dice.Mix(plan.Pipeline.Seed, (ulong)plan.EntryPoint.Index);
        // One failure or cancellation in most graphs, two in some, none in a few.
        var rate = 1000 / plan.Stages.Count;
        Scenario[] scenarios =
        [
            new(RunMode.AtOnce, seed),
            new(RunMode.AtOnce, seed + 1, rate),
            new(RunMode.AtOnce, seed + 2, CancelsPerMille: rate),
        ];
        foreach (var waits in plan.IsAsynchronous ? new[] { 20, 50, 100 } : [])
        {
            seed += 10;
            scenarios =
            [
                .. scenarios,
                new(RunMode.Gated, seed, WaitsPercent: waits),
                new(RunMode.Gated, seed + 1, rate, WaitsPercent: waits),
                new(RunMode.Gated, seed + 2, 0, rate, waits),
                new(RunMode.Gated, seed + 3, rate, rate, waits),
                new(RunMode.Free, seed + 4, WaitsPercent: waits),
                new(RunMode.Free, seed + 5, rate, WaitsPercent: waits),
                new(RunMode.Free, seed + 6, rate, rate, waits),
            ];
        }

        return scenarios.Select(scenario => scenario with { CancellationsPercent = 25 });
    }

    private static IEnumerable<Scenario> OneSpecialStage(EntryPointPlan plan)
    {
        Conduct[] atOnce =
        [
            new(Ending: Ending.Throws),
            new(Ending: Ending.ThrowsLater),
            new(Ending: Ending.ThrowsLater, Failure: FailureKind.Cancellation),
            new(Cancellation: CallerCancellation.AtStart),
            new(Timing.AtOnceFromSource),
        ];
        Conduct[] later =
        [
            new(Timing.TaskGate),
            new(Timing.SourceGate),
            new(Timing.SourceGate, Ending.ThrowsLater),
            new(Timing.TaskGate, HonoursToken: true, Cancellation: CallerCancellation.AtStart),
            new(Timing.SourceGate, Ending.ThrowsLater, Cancellation: CallerCancellation.AtStart),
        ];
        foreach (var id in plan.Order)
        {
            var seed = Dice.Mix(plan.Pipeline.Seed, (ulong)id);
            var alone = new Scenario(RunMode.AtOnce, seed, WaitsPercent: 0) { Special = id };
            var amongAtOnce = alone with { Mode = RunMode.Gated };
            var amongWaiting = amongAtOnce with { WaitsPercent = 100 };
            foreach (var conduct in atOnce)
            {
                yield return alone with
                {
                    SpecialConduct = conduct,
                };
                yield return amongWaiting with
                {
                    SpecialConduct = conduct,
                };
            }

            foreach (var conduct in later)
            {
                yield return amongAtOnce with
                {
                    SpecialConduct = conduct,
                };
                yield return amongWaiting with
                {
                    SpecialConduct = conduct,
                };
            }
        }
    }
}
