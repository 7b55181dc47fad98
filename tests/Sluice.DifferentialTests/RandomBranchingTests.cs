using Sluice.DifferentialTests.Execution;
using Sluice.DifferentialTests.Graphs;
using Sluice.DifferentialTests.Reference;

namespace Sluice.DifferentialTests;

/// <summary>Compiled pipelines that branch, skip, merge, fan out and fail, against the reference.</summary>
public sealed class RandomBranchingTests
{
    // Failures before and after the run is suspended: the first kind was forgotten once.
    private static readonly Dials ContinuingDials = Dials.Branching with
    {
        Continues = 100,
        Asynchronous = [15, 50, 90],
    };

    public static TheoryData<int> SmallBatches => Setting.Batches("BRANCHING_SMALL", 3);

    public static TheoryData<int> LargeBatches => Setting.Batches("BRANCHING_LARGE", 3);

    public static TheoryData<int> ContinuingBatches => Setting.Batches("BRANCHING_CONTINUING", 1);

    [Theory]
    [MemberData(nameof(SmallBatches))]
    public Task Small_graphs_that_branch_do_what_the_reference_does(int batch) =>
        Campaign.CheckAsync(RandomBatch.Create(6, batch, 50, 1, 6, Dials.Branching), Mixed);

    [Theory]
    [MemberData(nameof(LargeBatches))]
    public Task Graphs_that_branch_do_what_the_reference_does(int batch) =>
        Campaign.CheckAsync(RandomBatch.Create(7, batch, 35, 6, 16, Dials.Branching), Mixed);

    [Theory]
    [MemberData(nameof(ContinuingBatches))]
    public Task Graphs_that_go_on_after_failures_do_what_the_reference_does(int batch) =>
        Campaign.CheckAsync(RandomBatch.Create(14, batch, 25, 2, 16, ContinuingDials), Mixed);

    private static IEnumerable<Scenario> Mixed(EntryPointPlan plan)
    {
        var seed = Dice.Mix(plan.Pipeline.Seed, (ulong)plan.EntryPoint.Index + 1);
        var rate = 1000 / plan.Stages.Count;
        for (var round = 0ul; round < 6; round++)
        {
            seed += 100;
            yield return new Scenario(RunMode.AtOnce, seed);
            yield return new Scenario(RunMode.AtOnce, seed + 1, rate);
            yield return new Scenario(RunMode.AtOnce, seed + 2, CancelsPerMille: rate);
            yield return new Scenario(RunMode.AtOnce, seed + 3, 2 * rate) { SkipsPercent = 10 };
        }

        if (!plan.IsAsynchronous)
        {
            yield break;
        }

        foreach (var waits in new[] { 20, 50, 100 })
        {
            for (var round = 0; round < 3; round++)
            {
                seed += 100;
                yield return new Scenario(RunMode.Gated, seed, WaitsPercent: waits);
                yield return new Scenario(RunMode.Gated, seed + 1, rate, WaitsPercent: waits);
                yield return new Scenario(RunMode.Gated, seed + 2, 0, rate, waits);
                yield return new Scenario(RunMode.Gated, seed + 3, rate, rate, waits);
                yield return new Scenario(RunMode.Free, seed + 4, WaitsPercent: waits);
                yield return new Scenario(RunMode.Free, seed + 5, rate, rate, waits);
            }
        }
    }
}
