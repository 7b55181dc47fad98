using Sluice.DifferentialTests.Branching.Execution;
using Sluice.DifferentialTests.Branching.Probing;
using Sluice.DifferentialTests.Branching.Reference;

namespace Sluice.DifferentialTests.Branching.Harness;

/// <summary>A pipeline that branches and is interpreted, slowly: right, or wrong in one way.</summary>
/// <param name="plan">What belongs to it.</param>
/// <param name="demand">What of it is needed.</param>
/// <param name="mistake">What it gets wrong.</param>
internal sealed class InterpretedBranching(BranchingPlan plan, Demand demand, BranchingMistake mistake)
    : BranchingUnderTest
{
    public override bool Reports => false;

    public override Task<Observation> StartAsync(Probe run, CancellationToken token) =>
        new InterpretedBranchingRun(
            plan,
            demand,
            run,
            mistake,
            plan.Pipeline.EntryPoint.TakesToken ? token : default
        ).RunAsync();

    public override (int Stage, Seen Output)[] View(RunReport report) => [];
}
