using Sluice.DifferentialTests.Execution;
using Sluice.DifferentialTests.Recovery.Execution;
using Sluice.DifferentialTests.Recovery.Probing;
using Sluice.DifferentialTests.Recovery.Reference;
using Sluice.DifferentialTests.Recovery.Shapes;

namespace Sluice.DifferentialTests.Recovery.Harness;

/// <summary>What the tests of recovery are worth: none of the usual mistakes passes them.</summary>
public sealed class RecoveryHarnessTests
{
    private static readonly Lazy<Task<IReadOnlyList<RecoveryRecord>>> _records = new(() => Task.Run(RecordAsync));

    public static TheoryData<RecoveryMistake> Mistakes => [.. Enum.GetValues<RecoveryMistake>()];

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_is_found(RecoveryMistake mistake)
    {
        var mistaken = (await _records.Value)
            .Select(record => MistakenRecord.Of(record, mistake))
            .OfType<RecoveryRecord>()
            .ToArray();

        Assert.True(mistaken.Length >= 3, $"Only {mistaken.Length} of the runs leave room for the mistake.");
        Assert.All(mistaken, record => Assert.NotEmpty(RecoveryVerifier.Verify(record)));
    }

    private static async Task<IReadOnlyList<RecoveryRecord>> RecordAsync()
    {
        var pipelines = Enumerable.Range(1, 25).Select(seed => RandomRecovery.Create((ulong)seed, 2, 6)).ToArray();
        var assembly = InMemoryCompiler.Load(RecoverySource.File(pipelines));
        var records = new List<RecoveryRecord>();
        var shared = new SharedFailures();
        foreach (var pipeline in pipelines)
        {
            var underTest = (RecoveryUnderTest)
                Activator.CreateInstance(assembly.GetType($"Batch.{pipeline.ClassName}Adapter", throwOnError: true)!)!;
            for (var seed = 0ul; seed < 20; seed++)
            {
                var scenario = new RecoveryScenario(RunMode.Gated, seed, seed % 2 == 0 ? 0 : 200);
                var (record, problems) = await RecoveryDriver.RunAsync(underTest, pipeline, scenario, shared, 0);
                Assert.Empty(problems);
                Assert.Empty(RecoveryVerifier.Verify(record));
                records.Add(record);
            }
        }

        return records;
    }
}
