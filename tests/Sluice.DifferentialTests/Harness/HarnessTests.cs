using Sluice.DifferentialTests.Execution;
using Sluice.DifferentialTests.Graphs;
using Sluice.DifferentialTests.Probing;
using Sluice.DifferentialTests.Reference;

namespace Sluice.DifferentialTests.Harness;

/// <summary>What the differential tests are worth: a right executor passes them, and none of the usual mistakes does.</summary>
public sealed class HarnessTests
{
    public static TheoryData<Mistake> Mistakes =>
        [.. Enum.GetValues<Mistake>().Where(mistake => mistake != Mistake.None)];

    [Fact]
    public async Task A_right_executor_has_nothing_to_fear() => Assert.Null(await FindAsync(Mistake.None));

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_is_found(Mistake mistake) => Assert.NotNull(await FindAsync(mistake));

    [Fact]
    public async Task A_failing_graph_shrinks_to_a_small_one()
    {
        var pipeline = RandomPipelines.Create(7, 30, 30);
        var plan = new EntryPointPlan(pipeline, pipeline.EntryPoints[0]);
        var scenario = new Scenario(RunMode.AtOnce, 7);

        var complaint = await RunAsync(plan, scenario, Mistake.StartsStageTwice);
        var (smallest, last) = await Shrinker.ShrinkAsync(
            pipeline with
            {
                EntryPoints = [plan.EntryPoint],
            },
            complaint!,
            candidate =>
                RunAsync(new EntryPointPlan(candidate, candidate.EntryPoints[0]), scenario, Mistake.StartsStageTwice)
        );

        Assert.Single(smallest.Stages);
        Assert.Contains("started twice", last, StringComparison.Ordinal);
    }

    [Fact]
    public void The_static_order_puts_asynchronous_stages_first_then_the_longest_path_then_declaration()
    {
        StageShape Stage(int id, ReturnStyle style, params int[] producers) =>
            new(
                id,
                style,
                OutputForm.OwnStruct,
                false,
                false,
                false,
                false,
                [.. producers.Select(producer => new Argument(producer, ArgumentStyle.Type))],
                [],
                -1
            );
        var pipeline = new PipelineShape(
            1,
            false,
            [
                Stage(0, ReturnStyle.Synchronous, Argument.RunInput),
                Stage(1, ReturnStyle.Synchronous, Argument.RunInput),
                Stage(2, ReturnStyle.ValueTask, Argument.RunInput),
                Stage(3, ReturnStyle.Synchronous, 1),
                Stage(4, ReturnStyle.Task, 0, 2, 3),
            ],
            [4, 3, 2, 0, 1],
            []
        );

        var plan = new EntryPointPlan(pipeline, new EntryPointShape(0, ReturnStyle.Task, [4], true));

        Assert.Equal([2, 4, 1, 3, 0], plan.Order);
        Assert.Equal([2, 1, 3, 0, 4], ReferenceInterpreter.StartsWhenAllCompletesAtOnce(plan, _ => false));
    }

    private static Task<string?> FindAsync(Mistake mistake) =>
        Task.Run(async () =>
        {
            for (var seed = 1ul; seed <= 60; seed++)
            {
                var pipeline = RandomPipelines.Create(seed, 2, 12);
                foreach (
                    var plan in pipeline.EntryPoints.Select(entryPoint => new EntryPointPlan(pipeline, entryPoint))
                )
                {
                    foreach (var scenario in Scenarios(seed))
                    {
                        if (await RunAsync(plan, scenario, mistake) is { } complaint)
                        {
                            return complaint;
                        }
                    }
                }
            }

            return null;
        });

    private static IEnumerable<Scenario> Scenarios(ulong seed) =>
        [
            new(RunMode.AtOnce, seed, 100, 100),
            new(RunMode.Gated, seed),
            new(RunMode.Gated, seed, 150, 0, 80),
            new(RunMode.Gated, seed, 0, 150, 80),
            new(RunMode.Free, seed, 100, 50),
        ];

    private static Task<string?> RunAsync(EntryPointPlan plan, Scenario scenario, Mistake mistake) =>
        Task.Run(() => RunDriver.DriveAsync(new InterpretedPipeline(plan.Pipeline, mistake), plan, scenario));
}
