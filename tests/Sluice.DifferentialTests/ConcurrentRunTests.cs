using Sluice.DifferentialTests.Execution;
using Sluice.DifferentialTests.Graphs;
using Sluice.DifferentialTests.Probing;
using Sluice.DifferentialTests.Reference;

namespace Sluice.DifferentialTests;

/// <summary>Many runs of one instance at a time, each with its own values, timings, failures and cancellation.</summary>
public sealed class ConcurrentRunTests
{
    private const int Runs = 8;
    private const int Rounds = 50;

    [Theory]
    [InlineData(0, 1, 6, 24)]
    [InlineData(1, 6, 20, 16)]
    [InlineData(2, 65, 90, 2)]
    public Task Runs_of_one_instance_do_not_mix(int batch, int smallest, int largest, int count) =>
        CheckAsync(RandomBatch.Create(10, batch, count, smallest, largest, Dials.Plain));

    [Theory]
    [InlineData(0, 1, 10, 8)]
    public Task Runs_of_one_instance_that_branches_do_not_mix(int batch, int smallest, int largest, int count) =>
        CheckAsync(RandomBatch.Create(11, batch, count, smallest, largest, Dials.Branching));

    private static async Task CheckAsync(PipelineShape[] pipelines)
    {
        var compiled = new CompiledBatch(pipelines);
        var shared = new SharedFailures();
        foreach (var pipeline in pipelines)
        {
            var plans = pipeline.EntryPoints.Select(entryPoint => new EntryPointPlan(pipeline, entryPoint)).ToArray();
            for (var round = 0; round < Rounds; round++)
            {
                var seed = Dice.Mix(pipeline.Seed, (ulong)round);
                var runs = Enumerable
                    .Range(0, Runs)
                    .Select(index =>
                        Task.Run(() =>
                            RunDriver.RunAsync(
                                compiled[pipeline],
                                plans[index % plans.Length],
                                Scenario(seed, index),
                                shared,
                                number: 0
                            )
                        )
                    );
                foreach (var complaint in (await Task.WhenAll(runs)).Select(RunDriver.Complaint))
                {
                    Assert.True(
                        complaint is null,
                        $"Pipeline {pipeline.Seed:x}, round {round}: {complaint}{Environment.NewLine}{PipelineSource.Pipeline(pipeline)}"
                    );
                }
            }
        }
    }

    private static Scenario Scenario(ulong seed, int index) =>
        new(
            index % 2 == 0 ? RunMode.Free : RunMode.Gated,
            Dice.Mix(seed, (ulong)index),
            FaultsPerMille: index % 4 == 1 ? 80 : 0,
            CancelsPerMille: index % 4 == 2 ? 80 : 0,
            WaitsPercent: 60
        );
}
