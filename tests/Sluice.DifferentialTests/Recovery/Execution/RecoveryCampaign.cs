using Sluice.DifferentialTests.Execution;
using Sluice.DifferentialTests.Recovery.Probing;
using Sluice.DifferentialTests.Recovery.Shapes;

namespace Sluice.DifferentialTests.Recovery.Execution;

/// <summary>Compiles pipelines in which things go wrong, runs each in many scenarios, and shows the smallest that does not recover.</summary>
internal static class RecoveryCampaign
{
    /// <summary>How often a scenario that depends on the threads' timing is tried before a smaller pipeline counts as right.</summary>
    private const int AttemptsAtRaces = 200;

    public static async Task CheckAsync(
        IReadOnlyCollection<RecoveryPipeline> pipelines,
        Func<RecoveryPipeline, ulong, IEnumerable<RecoveryScenario>> scenarios,
        ulong seed
    )
    {
        // Away from the test framework's SynchronizationContext, which would decide what continues where.
        if (await Task.Run(() => FindAsync(pipelines, scenarios, seed)) is { } finding)
        {
            Assert.Fail(finding);
        }
    }

    private static async Task<string?> FindAsync(
        IReadOnlyCollection<RecoveryPipeline> pipelines,
        Func<RecoveryPipeline, ulong, IEnumerable<RecoveryScenario>> scenarios,
        ulong seed
    )
    {
        var assembly = InMemoryCompiler.Load(RecoverySource.File(pipelines));
        var shared = new SharedFailures();
        foreach (var pipeline in pipelines)
        {
            var underTest = Instance(assembly, pipeline);
            foreach (var scenario in scenarios(pipeline, seed))
            {
                if (
                    await RecoveryDriver.DriveAsync(underTest, pipeline, scenario, shared).ConfigureAwait(false) is
                    { } complaint
                )
                {
                    return await ReportAsync(pipeline, scenario, complaint).ConfigureAwait(false);
                }
            }
        }

        return null;
    }

    private static async Task<string> ReportAsync(
        RecoveryPipeline pipeline,
        RecoveryScenario scenario,
        string complaint
    )
    {
        var (smallest, last) = await Shrinker
            .ShrinkAsync(pipeline, complaint, RecoveryShrinker.Simpler, candidate => TryAsync(candidate, scenario))
            .ConfigureAwait(false);
        return $"Pipeline {pipeline.ClassName}, {scenario}{Environment.NewLine}{complaint}{Environment.NewLine}"
            + $"{Environment.NewLine}Made smaller:{Environment.NewLine}{last}{Environment.NewLine}"
            + RecoverySource.Pipeline(smallest);
    }

    private static async Task<string?> TryAsync(RecoveryPipeline pipeline, RecoveryScenario scenario)
    {
        try
        {
            var underTest = Instance(InMemoryCompiler.Load(RecoverySource.File([pipeline])), pipeline);
            var shared = new SharedFailures();
            for (var attempts = scenario.IsExact ? 1 : AttemptsAtRaces; attempts > 0; attempts--)
            {
                if (
                    await RecoveryDriver.DriveAsync(underTest, pipeline, scenario, shared).ConfigureAwait(false) is
                    { } complaint
                )
                {
                    return complaint;
                }
            }

            return null;
        }
        catch (CompilationFailedException)
        {
            // Another failure than the one that is being made smaller.
            return null;
        }
    }

    private static RecoveryUnderTest Instance(System.Reflection.Assembly assembly, RecoveryPipeline pipeline) =>
        (RecoveryUnderTest)
            Activator.CreateInstance(assembly.GetType($"Batch.{pipeline.ClassName}Adapter", throwOnError: true)!)!;
}
