using Sluice.DifferentialTests.Branching.Execution;
using Sluice.DifferentialTests.Branching.Probing;
using Sluice.DifferentialTests.Branching.Reference;
using Sluice.DifferentialTests.Branching.Shapes;
using Sluice.DifferentialTests.Execution;

namespace Sluice.DifferentialTests.Branching.Harness;

/// <summary>What the tests of pipelines that branch are worth: a right executor passes them, and none of the usual mistakes does.</summary>
public sealed class BranchingHarnessTests
{
    public static TheoryData<BranchingMistake> Mistakes =>
        [.. Enum.GetValues<BranchingMistake>().Where(mistake => mistake != BranchingMistake.None)];

    [Fact]
    public async Task A_right_executor_has_nothing_to_fear() => Assert.Null(await FindAsync(BranchingMistake.None));

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_is_found(BranchingMistake mistake) => Assert.NotNull(await FindAsync(mistake));

    [Fact]
    public async Task A_failing_graph_shrinks_to_a_small_one()
    {
        static Task<string?> TryAsync(BranchingPipeline pipeline) =>
            RunAsync(pipeline, new BranchingScenario(RunMode.AtOnce, 1), BranchingMistake.AsksConditionsTwice);

        var pipeline = BranchingsWithoutStreams(20, 30).First(candidate => TryAsync(candidate).Result is not null);
        var (smallest, last) = await Shrinker.ShrinkAsync(
            pipeline,
            "",
            static shape => BranchingShrinker.Simpler(shape),
            TryAsync
        );

        Assert.InRange(smallest.Stages.Count, 1, 3);
        Assert.Contains("was called twice", last, StringComparison.Ordinal);
    }

    private static Task<string?> FindAsync(BranchingMistake mistake) =>
        Task.Run(async () =>
        {
            foreach (var pipeline in BranchingsWithoutStreams(2, 12).Take(150))
            {
                foreach (var scenario in Scenarios(pipeline.Seed))
                {
                    if (await RunAsync(pipeline, scenario, mistake) is { } complaint)
                    {
                        return complaint + Environment.NewLine + BranchingSource.Pipeline(pipeline);
                    }
                }
            }

            return null;
        });

    // Reports and streams are the compiler's to make. What is offloaded is interpreted where it is called.
    private static IEnumerable<BranchingPipeline> BranchingsWithoutStreams(int smallest, int largest)
    {
        for (var seed = 1ul; ; seed++)
        {
            var pipeline = RandomBranching.Create(seed, smallest, largest);
            if (pipeline.Stages.All(stage => stage.Content != Content.Stream))
            {
                yield return pipeline with
                {
                    Stages = [.. pipeline.Stages.Select(stage => stage with { IsOffloaded = false })],
                    EntryPoint = pipeline.EntryPoint with { GivesResult = false },
                };
            }
        }
    }

    private static IEnumerable<BranchingScenario> Scenarios(ulong seed) =>
        [
            new(RunMode.AtOnce, seed, 100, 100),
            new(RunMode.AtOnce, seed + 1, 300),
            new(RunMode.Gated, seed),
            new(RunMode.Gated, seed + 1, WaitsPercent: 100),
            new(RunMode.Gated, seed + 2, 150, 0, WaitsPercent: 80),
            new(RunMode.Gated, seed + 3, 0, 150, WaitsPercent: 80),
            new(RunMode.Free, seed + 4, 100, 50),
        ];

    private static Task<string?> RunAsync(
        BranchingPipeline pipeline,
        BranchingScenario scenario,
        BranchingMistake mistake
    ) =>
        Task.Run(() =>
        {
            var plan = new BranchingPlan(pipeline);
            var demand = new Demand(plan);
            return BranchingDriver.DriveAsync(new InterpretedBranching(plan, demand, mistake), plan, demand, scenario);
        });
}
