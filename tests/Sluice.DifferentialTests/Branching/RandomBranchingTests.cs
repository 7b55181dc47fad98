using Sluice.DifferentialTests.Branching.Execution;
using Sluice.DifferentialTests.Branching.Reference;
using Sluice.DifferentialTests.Branching.Shapes;
using Sluice.DifferentialTests.Execution;
using Sluice.DifferentialTests.Graphs;

namespace Sluice.DifferentialTests.Branching;

/// <summary>Compiled pipelines that branch, skip, merge, fan out and fail, against the reference.</summary>
public sealed class RandomBranchingTests
{
    public static TheoryData<int> SmallBatches => [.. Enumerable.Range(0, Batches("SLUICE_BRANCHING_SMALL", 3))];

    public static TheoryData<int> LargeBatches => [.. Enumerable.Range(1000, Batches("SLUICE_BRANCHING_LARGE", 3))];

    [Theory]
    [MemberData(nameof(SmallBatches))]
    public Task Small_graphs_that_branch_do_what_the_reference_does(int batch) =>
        BranchingCampaign.CheckAsync(Create(batch, 1, 6, 50), Mixed);

    [Theory]
    [MemberData(nameof(LargeBatches))]
    public Task Graphs_that_branch_do_what_the_reference_does(int batch) =>
        BranchingCampaign.CheckAsync(Create(batch, 6, 16, 35), Mixed);

    [Theory]
    // A failure from before the run was suspended was forgotten, where a run goes on after failures.
    [InlineData(0x3c05015e327e99c, 5, 16)]
    [InlineData(0xa2861c4e13ebedc, 2, 9)]
    public Task Graphs_that_went_wrong_once_do_what_the_reference_does(long seed, int smallest, int largest) =>
        BranchingCampaign.CheckAsync([RandomBranching.Create((ulong)seed, smallest, largest)], Mixed);

    private static int Batches(string variable, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), out var count) ? count : usual;

    private static BranchingPipeline[] Create(int batch, int smallest, int largest, int count) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(index =>
                    RandomBranching.Create(Dice.Mix((ulong)batch + 7000, (ulong)index), smallest, largest)
                ),
        ];

    private static IEnumerable<BranchingScenario> Mixed(BranchingPlan plan)
    {
        var seed = Dice.Mix(plan.Pipeline.Seed, 1);
        var rate = 1000 / plan.Stages.Count;
        for (var round = 0ul; round < 6; round++)
        {
            seed += 100;
            yield return new BranchingScenario(RunMode.AtOnce, seed);
            yield return new BranchingScenario(RunMode.AtOnce, seed + 1, FaultsPerMille: rate);
            yield return new BranchingScenario(RunMode.AtOnce, seed + 2, CancelsPerMille: rate);
            yield return new BranchingScenario(RunMode.AtOnce, seed + 3, FaultsPerMille: 2 * rate, SkipsPercent: 10);
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
                yield return new BranchingScenario(RunMode.Gated, seed, WaitsPercent: waits);
                yield return new BranchingScenario(RunMode.Gated, seed + 1, rate, WaitsPercent: waits);
                yield return new BranchingScenario(RunMode.Gated, seed + 2, 0, rate, WaitsPercent: waits);
                yield return new BranchingScenario(RunMode.Gated, seed + 3, rate, rate, WaitsPercent: waits);
                yield return new BranchingScenario(RunMode.Free, seed + 4, WaitsPercent: waits);
                yield return new BranchingScenario(RunMode.Free, seed + 5, rate, rate, WaitsPercent: waits);
            }
        }
    }
}
