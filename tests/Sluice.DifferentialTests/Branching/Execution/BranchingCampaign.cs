using Sluice.DifferentialTests.Branching.Reference;
using Sluice.DifferentialTests.Branching.Shapes;
using Sluice.DifferentialTests.Execution;

namespace Sluice.DifferentialTests.Branching.Execution;

/// <summary>Compiles pipelines that branch, runs each in many scenarios, and shows the smallest that goes wrong.</summary>
internal static class BranchingCampaign
{
    /// <summary>How often a scenario that depends on the threads' timing is tried before a smaller pipeline counts as right.</summary>
    private const int AttemptsAtRaces = 200;

    public static async Task CheckAsync(
        IReadOnlyCollection<BranchingPipeline> pipelines,
        Func<BranchingPlan, IEnumerable<BranchingScenario>> scenarios
    )
    {
        // Away from the test framework's SynchronizationContext, which would decide what continues where.
        if (await Task.Run(() => FindAsync(pipelines, scenarios)) is { } finding)
        {
            Assert.Fail(finding);
        }
    }

    private static async Task<string?> FindAsync(
        IReadOnlyCollection<BranchingPipeline> pipelines,
        Func<BranchingPlan, IEnumerable<BranchingScenario>> scenarios
    )
    {
        try
        {
            var assembly = InMemoryCompiler.Load(BranchingSource.File(pipelines));
            foreach (var pipeline in pipelines)
            {
                var plan = new BranchingPlan(pipeline);
                var demand = new Demand(plan);
                var underTest = Instance(assembly, pipeline);
                foreach (var scenario in scenarios(plan))
                {
                    if (
                        await BranchingDriver.DriveAsync(underTest, plan, demand, scenario).ConfigureAwait(false) is
                        { } complaint
                    )
                    {
                        return await ReportAsync(pipeline, scenario, complaint).ConfigureAwait(false);
                    }
                }
            }

            return null;
        }
        catch (CompilationFailedException exception)
        {
            return await FindUncompilableAsync(pipelines).ConfigureAwait(false) ?? exception.Message;
        }
    }

    private static async Task<string> ReportAsync(
        BranchingPipeline pipeline,
        BranchingScenario scenario,
        string complaint
    )
    {
        var (smallest, last) = await Shrinker
            .ShrinkAsync(
                pipeline,
                complaint,
                static shape => BranchingShrinker.Simpler(shape),
                candidate => TryAsync(candidate, scenario)
            )
            .ConfigureAwait(false);
        return $"Pipeline {pipeline.Seed:x}, {scenario}{Environment.NewLine}{complaint}{Environment.NewLine}"
            + $"{Environment.NewLine}Made smaller:{Environment.NewLine}{last}{Environment.NewLine}"
            + BranchingSource.Pipeline(smallest);
    }

    private static async Task<string?> FindUncompilableAsync(IReadOnlyCollection<BranchingPipeline> pipelines)
    {
        foreach (var pipeline in pipelines)
        {
            if (Compile(pipeline) is { } complaint)
            {
                var (smallest, last) = await Shrinker
                    .ShrinkAsync(
                        pipeline,
                        complaint,
                        static shape => BranchingShrinker.Simpler(shape),
                        candidate => Task.FromResult(Compile(candidate))
                    )
                    .ConfigureAwait(false);
                return $"Pipeline {pipeline.Seed:x} does not compile.{Environment.NewLine}{complaint}{Environment.NewLine}"
                    + $"Made smaller:{Environment.NewLine}{last}{Environment.NewLine}{BranchingSource.Pipeline(smallest)}";
            }
        }

        return null;
    }

    private static async Task<string?> TryAsync(BranchingPipeline pipeline, BranchingScenario scenario)
    {
        try
        {
            var underTest = Instance(InMemoryCompiler.Load(BranchingSource.File([pipeline])), pipeline);
            var plan = new BranchingPlan(pipeline);
            var demand = new Demand(plan);
            for (
                var attempts = scenario.Mode == RunMode.Free || plan.IsRacing ? AttemptsAtRaces : 1;
                attempts > 0;
                attempts--
            )
            {
                if (
                    await BranchingDriver.DriveAsync(underTest, plan, demand, scenario).ConfigureAwait(false) is
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

    private static BranchingUnderTest Instance(System.Reflection.Assembly assembly, BranchingPipeline pipeline) =>
        (BranchingUnderTest)
            Activator.CreateInstance(assembly.GetType($"Batch.{pipeline.ClassName}Adapter", throwOnError: true)!)!;

    private static string? Compile(BranchingPipeline pipeline)
    {
        try
        {
            _ = InMemoryCompiler.Load(BranchingSource.File([pipeline]));
            return null;
        }
        catch (CompilationFailedException exception)
        {
            return exception.Message;
        }
    }
}
