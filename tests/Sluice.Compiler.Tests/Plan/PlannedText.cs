using Sluice.Compiler.Bind;
using Sluice.Compiler.Plan;
using Sluice.Compiler.Tests.Parse;

namespace Sluice.Compiler.Tests.Plan;

/// <summary>Plans the only pipeline of a source and prints the decisions of the plan.</summary>
internal static class PlannedText
{
    public static PlannedPipeline Plan(string members) =>
        PipelinePlanner.Plan(
            PipelineBinder.Bind(
                Source
                    .Parse(
                        $$"""
                        public record A; public record B; public record C; public record D; public record E; public record F;
                        [Pipeline] public sealed partial class P { {{members}} }
                        """
                    )
                    .Model
            )
        );

    public static ExecutionPlan OnlyPlan(string members)
    {
        var planned = Plan(members);
        Assert.Empty(planned.Errors);
        return Assert.Single(planned.Plans);
    }

    /// <summary>The names of the stages in the static total order.</summary>
    public static string Order(this PlannedPipeline pipeline, int plan = 0) =>
        pipeline.Names(plan, Enumerable.Range(0, pipeline.Plans[plan].Stages.Count));

    /// <summary>The names of the stages in the order in which they start if each settles at once.</summary>
    public static string Schedule(this PlannedPipeline pipeline, int plan = 0) =>
        pipeline.Names(plan, pipeline.Plans[plan].Schedule);

    /// <summary>The names of the stages for which the named stage waits.</summary>
    public static string WaitsFor(this PlannedPipeline pipeline, string stage) =>
        pipeline.Names(
            0,
            pipeline.Plans[0].Stages.Single(planned => pipeline.Model.Stages[planned.Stage].Name == stage).WaitsFor
        );

    public static string Names(this PlannedPipeline pipeline, int plan, IEnumerable<int> places) =>
        string.Join(" ", places.Select(place => pipeline.Model.Stages[pipeline.Plans[plan].Stages[place].Stage].Name));
}
