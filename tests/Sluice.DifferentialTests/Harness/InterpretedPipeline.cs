using Sluice.DifferentialTests.Execution;
using Sluice.DifferentialTests.Probing;
using Sluice.DifferentialTests.Reference;

namespace Sluice.DifferentialTests.Harness;

/// <summary>A pipeline that is interpreted, slowly: right, or wrong in one way.</summary>
/// <param name="plan">Its entry point.</param>
/// <param name="mistake">The mistake that it makes.</param>
internal sealed class InterpretedPipeline(EntryPointPlan plan, Mistake mistake) : PipelineUnderTest
{
    public override Task<Observation> StartAsync(
        int entryPoint,
        Run run,
        RunContext context,
        CancellationToken token
    ) => new InterpretedRun(plan, run, mistake, plan.EntryPoint.TakesToken ? token : default).RunAsync();

    public override (int Stage, Seen Output)[] View(RunReport report) => [];
}
