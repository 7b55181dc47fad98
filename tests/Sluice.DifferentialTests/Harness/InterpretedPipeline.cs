using Sluice.DifferentialTests.Execution;
using Sluice.DifferentialTests.Graphs;
using Sluice.DifferentialTests.Probing;
using Sluice.DifferentialTests.Reference;

namespace Sluice.DifferentialTests.Harness;

/// <summary>A pipeline that is interpreted, slowly: right, or wrong in one way.</summary>
/// <param name="shape">The pipeline.</param>
/// <param name="mistake">What it gets wrong.</param>
internal sealed class InterpretedPipeline(PipelineShape shape, Mistake mistake) : PipelineUnderTest
{
    public override Task<Value[]> StartAsync(int entryPoint, Run run, CancellationToken token)
    {
        var plan = new EntryPointPlan(shape, shape.EntryPoints.First(candidate => candidate.Index == entryPoint));
        var accepted = plan.EntryPoint.TakesToken ? token : default;
        var task = new InterpretedRun(plan, run, mistake, accepted).RunAsync();
        return Observe(run, task, static values => values);
    }
}
