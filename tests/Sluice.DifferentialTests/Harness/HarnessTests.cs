using Sluice.DifferentialTests.Execution;
using Sluice.DifferentialTests.Graphs;
using Sluice.DifferentialTests.Probing;
using Sluice.DifferentialTests.Reference;
using Sluice.DifferentialTests.Reference.Prediction;

namespace Sluice.DifferentialTests.Harness;

/// <summary>The worth of the differential tests: a right executor passes them, and none with a usual mistake does.</summary>
public sealed class HarnessTests
{
    public static TheoryData<Mistake> Mistakes =>
        [.. Enum.GetValues<Mistake>().Where(mistake => mistake != Mistake.None)];

    [Fact]
    public async Task A_right_executor_passes() => Assert.Null(await FindAsync(Mistake.None));

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_is_found(Mistake mistake) => Assert.NotNull(await FindAsync(mistake));

    [Fact]
    public async Task A_failing_plain_graph_shrinks_to_a_small_one()
    {
        static Task<string?> TryAsync(PipelineShape pipeline) =>
            RunAsync(pipeline, new Scenario(RunMode.AtOnce, 7), Mistake.StartsStageTwice);

        var pipeline = Pipelines(Dials.Plain, 30, 30).First();
        var (smallest, last) = await ShrinkAsync(pipeline, TryAsync);

        Assert.Single(smallest.Stages);
        Assert.Contains("was called twice", last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_graph_that_branches_shrinks_to_a_small_one()
    {
        static Task<string?> TryAsync(PipelineShape pipeline) =>
            RunAsync(pipeline, new Scenario(RunMode.AtOnce, 1), Mistake.AsksConditionsTwice);

        var pipeline = Pipelines(Dials.Branching, 20, 30).First(candidate => TryAsync(candidate).Result is not null);
        var (smallest, last) = await ShrinkAsync(pipeline, TryAsync);

        Assert.InRange(smallest.Stages.Count, 1, 3);
        Assert.Contains("was called twice", last, StringComparison.Ordinal);
    }

    [Fact]
    public void The_static_order_puts_asynchronous_stages_first_then_the_longest_path_then_declaration()
    {
        static StageShape Stage(int id, ReturnStyle style, params int[] producers) =>
            new(id, style, Content.Own)
            {
                Parameters = [.. producers.Select(producer => new Parameter([producer], Form.Plain))],
            };
        var pipeline = new PipelineShape(
            1,
            [
                Stage(0, ReturnStyle.Synchronous, Inputs.Seed),
                Stage(1, ReturnStyle.Synchronous, Inputs.Seed),
                Stage(2, ReturnStyle.ValueTask, Inputs.Seed),
                Stage(3, ReturnStyle.Synchronous, 1),
                Stage(4, ReturnStyle.Task, 0, 2, 3),
            ],
            [4, 3, 2, 0, 1],
            []
        );

        var plan = new EntryPointPlan(pipeline, new EntryPointShape(0, [new Output([4], Form.Plain)]));

        Assert.Equal([2, 4, 1, 3, 0], plan.Order);
        Assert.Equal([2, 1, 3, 0, 4], StaticOrder.StartsWhenAllCompletesAtOnce(plan, _ => false));
    }

    private static Task<string?> FindAsync(Mistake mistake) =>
        Task.Run(async () =>
        {
            var pipelines = Pipelines(Dials.Plain, 2, 12).Take(60);
            foreach (var pipeline in pipelines.Concat(Pipelines(Dials.Branching, 2, 12).Take(150)))
            {
                foreach (var scenario in Scenarios(pipeline.Seed))
                {
                    if (await RunAsync(pipeline, scenario, mistake) is { } complaint)
                    {
                        return complaint + Environment.NewLine + PipelineSource.Pipeline(pipeline);
                    }
                }
            }

            return null;
        });

    // Reports and streams are the compiler's to make. An offloaded stage is interpreted on the thread of its caller.
    private static IEnumerable<PipelineShape> Pipelines(Dials dials, int smallest, int largest)
    {
        for (var seed = 1ul; ; seed++)
        {
            var pipeline = RandomPipelines.Create(seed, smallest, largest, dials);
            if (pipeline.Stages.All(stage => stage.Content != Content.Stream))
            {
                yield return pipeline with
                {
                    Stages = [.. pipeline.Stages.Select(stage => stage with { IsOffloaded = false })],
                    EntryPoints = [pipeline.EntryPoints[0] with { GivesResult = false }],
                };
            }
        }
    }

    private static IEnumerable<Scenario> Scenarios(ulong seed) =>
        [
            new(RunMode.AtOnce, seed, 100, 100),
            new(RunMode.AtOnce, seed + 1, 300),
            new(RunMode.Gated, seed),
            new(RunMode.Gated, seed + 1, WaitsPercent: 100),
            new(RunMode.Gated, seed + 2, 150, 0, 80),
            new(RunMode.Gated, seed + 3, 0, 150, 80),
            new(RunMode.Free, seed + 4, 100, 50),
        ];

    private static async Task<(PipelineShape Smallest, string Complaint)> ShrinkAsync(
        PipelineShape pipeline,
        Func<PipelineShape, Task<string?>> check
    ) =>
        await Shrinker.ShrinkAsync(
            pipeline,
            await check(pipeline) ?? throw new InvalidOperationException("The pipeline does not fail."),
            static shape => Simplification.Of(shape),
            check
        );

    private static Task<string?> RunAsync(PipelineShape pipeline, Scenario scenario, Mistake mistake) =>
        Task.Run(() =>
        {
            var plan = new EntryPointPlan(pipeline, pipeline.EntryPoints[0]);
            return RunDriver.DriveAsync(new InterpretedPipeline(plan, mistake), plan, scenario, new SharedFailures());
        });
}
