using Sluice.DifferentialTests.Execution;
using Sluice.DifferentialTests.Graphs;
using Sluice.DifferentialTests.Probing;
using Sluice.DifferentialTests.Reference;

namespace Sluice.DifferentialTests;

/// <summary>Compiled pipelines against the reference interpreter. A failure prints seeds, a trace and a small pipeline.</summary>
public sealed class RandomGraphTests
{
    private const int PipelinesPerBatch = 125;

    public static TheoryData<int> SmallBatches => [.. Enumerable.Range(0, 8)];

    public static TheoryData<int> Batches => [.. Enumerable.Range(100, 4)];

    [Theory]
    [MemberData(nameof(SmallBatches))]
    public Task Small_graphs_do_what_the_reference_does(int batch) =>
        Campaign.CheckAsync(Create(batch, 1, 8, PipelinesPerBatch), Mixed);

    [Theory]
    [MemberData(nameof(Batches))]
    public Task Graphs_do_what_the_reference_does(int batch) => Campaign.CheckAsync(Create(batch, 9, 40, 60), Mixed);

    [Fact]
    public Task Graphs_of_several_segments_do_what_the_reference_does() =>
        Campaign.CheckAsync(Create(200, 65, 200, 24), Mixed);

    [Theory]
    [MemberData(nameof(Batches))]
    public Task Every_stage_may_be_the_one_that_suspends_fails_or_cancels(int batch) =>
        Campaign.CheckAsync(Create(batch + 1000, 1, 14, 60), OneSpecialStage);

    [Fact]
    public Task Every_stage_of_several_segments_may_be_the_one_that_suspends_fails_or_cancels() =>
        Campaign.CheckAsync(Create(1200, 65, 100, 6), OneSpecialStage);

    private static PipelineShape[] Create(int batch, int smallest, int largest, int count) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(index => RandomPipelines.Create(Dice.Mix((ulong)batch, (ulong)index), smallest, largest)),
        ];

    private static IEnumerable<Scenario> Mixed(EntryPointPlan plan)
    {
        var seed = Dice.Mix(plan.Pipeline.Seed, (ulong)plan.EntryPoint.Index);
        // One failure or cancellation in most graphs, two in some, none in a few.
        var rate = 1000 / plan.Order.Count;
        yield return new Scenario(RunMode.AtOnce, seed);
        yield return new Scenario(RunMode.AtOnce, seed + 1, FaultsPerMille: rate);
        yield return new Scenario(RunMode.AtOnce, seed + 2, CancelsPerMille: rate);
        if (!plan.IsAsynchronous)
        {
            yield break;
        }

        foreach (var waits in new[] { 20, 50, 100 })
        {
            seed += 10;
            yield return new Scenario(RunMode.Gated, seed, WaitsPercent: waits);
            yield return new Scenario(RunMode.Gated, seed + 1, rate, WaitsPercent: waits);
            yield return new Scenario(RunMode.Gated, seed + 2, 0, rate, waits);
            yield return new Scenario(RunMode.Gated, seed + 3, rate, rate, waits);
            yield return new Scenario(RunMode.Free, seed + 4, WaitsPercent: waits);
            yield return new Scenario(RunMode.Free, seed + 5, rate, WaitsPercent: waits);
            yield return new Scenario(RunMode.Free, seed + 6, rate, rate, waits);
        }
    }

    private static IEnumerable<Scenario> OneSpecialStage(EntryPointPlan plan)
    {
        foreach (var id in plan.Order)
        {
            var plain = new Scenario(
                RunMode.Gated,
                Dice.Mix(plan.Pipeline.Seed, (ulong)id),
                WaitsPercent: 0,
                Special: id
            );
            var waiting = plain with { WaitsPercent = 100 };
            foreach (var scenario in new[] { plain with { Mode = RunMode.AtOnce }, waiting })
            {
                yield return scenario with
                {
                    SpecialBehaviour = new Behaviour(Fault: Fault.Thrown),
                };
                yield return scenario with
                {
                    SpecialBehaviour = new Behaviour(Fault: Fault.InTask),
                };
                yield return scenario with
                {
                    SpecialBehaviour = new Behaviour(Fault: Fault.InTask, FailsWithCancellation: true),
                };
                yield return scenario with
                {
                    SpecialBehaviour = new Behaviour(CancelsCaller: true),
                };
                yield return scenario with
                {
                    SpecialBehaviour = new Behaviour(Timing.AtOnceFromSource),
                };
            }

            foreach (var scenario in new[] { plain, waiting })
            {
                yield return scenario with
                {
                    SpecialBehaviour = new Behaviour(Timing.TaskGate),
                };
                yield return scenario with
                {
                    SpecialBehaviour = new Behaviour(Timing.SourceGate),
                };
                yield return scenario with
                {
                    SpecialBehaviour = new Behaviour(Timing.SourceGate, Fault.InTask),
                };
                yield return scenario with
                {
                    SpecialBehaviour = new Behaviour(Timing.TaskGate, HonoursToken: true, CancelsCaller: true),
                };
                yield return scenario with
                {
                    SpecialBehaviour = new Behaviour(Timing.SourceGate, Fault.InTask, CancelsCaller: true),
                };
            }
        }
    }
}
