using Sluice.DifferentialTests.Graphs;
using Sluice.DifferentialTests.Probing;
using Sluice.DifferentialTests.Reference;

namespace Sluice.DifferentialTests.Execution;

/// <summary>Compiles pipelines by the dozen, runs each in many scenarios, and shows the smallest that goes wrong.</summary>
internal static class Campaign
{
    /// <summary>How often a scenario that depends on the threads' timing is tried before a smaller pipeline counts as right.</summary>
    private const int AttemptsAtRaces = 200;

    public static async Task CheckAsync(
        IReadOnlyCollection<PipelineShape> pipelines,
        Func<EntryPointPlan, IEnumerable<Scenario>> scenarios
    )
    {
        // Away from the test framework's SynchronizationContext, which would decide where continuations run.
        if (await Task.Run(() => FindAsync(pipelines, scenarios)) is { } finding)
        {
            Assert.Fail(finding);
        }
    }

    private static async Task<string?> FindAsync(
        IReadOnlyCollection<PipelineShape> pipelines,
        Func<EntryPointPlan, IEnumerable<Scenario>> scenarios
    )
    {
        try
        {
            var batch = new CompiledBatch(pipelines);
            var shared = new SharedFailures();
            foreach (var pipeline in pipelines)
            {
                foreach (var entryPoint in pipeline.EntryPoints)
                {
                    var plan = new EntryPointPlan(pipeline, entryPoint);
                    foreach (var scenario in scenarios(plan))
                    {
                        if (
                            await RunDriver.DriveAsync(batch[pipeline], plan, scenario, shared).ConfigureAwait(false) is
                            { } complaint
                        )
                        {
                            return await ReportAsync(plan, scenario, complaint).ConfigureAwait(false);
                        }
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

    private static async Task<string> ReportAsync(EntryPointPlan plan, Scenario scenario, string complaint)
    {
        var focused = plan.Pipeline with { EntryPoints = [plan.EntryPoint] };
        var (smallest, last) = await Shrinker
            .ShrinkAsync(
                focused,
                complaint,
                static shape => Simplification.Of(shape),
                candidate => TryAsync(candidate, scenario)
            )
            .ConfigureAwait(false);
        return $"Pipeline {plan.Pipeline.Seed:x}, entry point {plan.EntryPoint.Method}, {scenario}{Environment.NewLine}"
            + $"{complaint}{Environment.NewLine}{Smaller(smallest, last)}";
    }

    private static async Task<string?> FindUncompilableAsync(IReadOnlyCollection<PipelineShape> pipelines)
    {
        foreach (var pipeline in pipelines)
        {
            if (Compile(pipeline) is { } complaint)
            {
                var (smallest, last) = await Shrinker
                    .ShrinkAsync(
                        pipeline,
                        complaint,
                        static shape => Simplification.Of(shape),
                        candidate => Task.FromResult(Compile(candidate))
                    )
                    .ConfigureAwait(false);
                return $"Pipeline {pipeline.Seed:x} does not compile.{Environment.NewLine}{complaint}{Environment.NewLine}"
                    + Smaller(smallest, last);
            }
        }

        return null;
    }

    private static string Smaller(PipelineShape pipeline, string complaint) =>
        $"{Environment.NewLine}Made smaller:{Environment.NewLine}{complaint}{Environment.NewLine}{PipelineSource.Pipeline(pipeline)}";

    private static async Task<string?> TryAsync(PipelineShape pipeline, Scenario scenario)
    {
        try
        {
            var batch = new CompiledBatch([pipeline]);
            var shared = new SharedFailures();
            var plan = new EntryPointPlan(pipeline, pipeline.EntryPoints[0]);
            var attempts = scenario.Mode == RunMode.Free || plan.IsRacing ? AttemptsAtRaces : 1;
            for (; attempts > 0; attempts--)
            {
                if (
                    await RunDriver.DriveAsync(batch[pipeline], plan, scenario, shared).ConfigureAwait(false) is
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

    private static string? Compile(PipelineShape pipeline)
    {
        try
        {
            _ = new CompiledBatch([pipeline]);
            return null;
        }
        catch (CompilationFailedException exception)
        {
            return exception.Message;
        }
    }
}
