using Sluice.DifferentialTests.Execution;
using Sluice.DifferentialTests.Graphs;
using Sluice.DifferentialTests.Probing;
using Sluice.DifferentialTests.Reference;

namespace Sluice.DifferentialTests.Harness;

/// <summary>The worth of the rules for pipelines that recover: no record of a run with a usual mistake passes them.</summary>
public sealed class RecordedRunTests
{
    private static readonly Lazy<Task<IReadOnlyList<RunRecord>>> Records = new(() => Task.Run(RecordAsync));

    public static TheoryData<RecordMistake> Mistakes => [.. Enum.GetValues<RecordMistake>()];

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_is_found(RecordMistake mistake)
    {
        var mistaken = (await Records.Value)
            .Select(record => MistakenRecord.Of(record, mistake))
            .OfType<RunRecord>()
            .ToArray();

        Assert.True(mistaken.Length >= 3, $"Only {mistaken.Length} of the runs leave room for the mistake.");
        Assert.All(mistaken, record => Assert.NotEmpty(RunDriver.Verify(record)));
    }

    private static async Task<IReadOnlyList<RunRecord>> RecordAsync()
    {
        var pipelines = RandomBatch.Create(13, 0, 25, 2, 6, Dials.Recovery);
        var batch = new CompiledBatch(pipelines);
        var records = new List<RunRecord>();
        foreach (var pipeline in pipelines)
        {
            var plan = new EntryPointPlan(pipeline, pipeline.EntryPoints[0]);
            for (var seed = 0ul; seed < 20; seed++)
            {
                var scenario = new Scenario(RunMode.Gated, seed, seed % 2 == 0 ? 0 : 200);
                var record = await RunDriver.RunAsync(batch[pipeline], plan, scenario, new SharedFailures(), 0);
                Assert.Empty(RunDriver.Verify(record));
                records.Add(record);
            }
        }

        return records;
    }
}
