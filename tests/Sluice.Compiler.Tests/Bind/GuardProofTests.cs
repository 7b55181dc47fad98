#pragma warning disable CA5394 // A fixed seed produces the same pipelines in every run.
using Sluice.Compiler.Model;
using Sluice.Compiler.Plan;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Tests.Bind;

/// <summary>Properties of guards that hold in every graph.</summary>
public class GuardProofTests
{
    [Fact]
    public void No_graph_with_guards_has_a_cycle_and_no_region_is_left_by_those_who_do_not_wait()
    {
        var random = new Random(20_240_229);
        var regions = 0;
        for (var round = 0; round < 400; round++)
        {
            var bound = RandomPipeline(random).Bind();
            if (bound.HasErrors)
            {
                Assert.All(bound.Findings, finding => Assert.Equal(Rule.GuardCannotRetry, finding.Rule));
                continue;
            }

            var stages = bound.Graphs[0].Stages;
            var order = StaticOrder.Topological(stages);
            Assert.Equal(stages.Count, order.Count);
            for (var guard = 0; guard < stages.Count; guard++)
            {
                var region = stages[guard].GuardedRegion;
                regions += region.Count > 0 ? 1 : 0;
                Assert.Equal(
                    region.OrderBy(position => position),
                    region.Count == 0 ? [] : stages[guard].GuardedStages
                );
                Assert.All(
                    stages.Where((stage, position) => !region.Contains(position)),
                    stage =>
                        Assert.False(
                            stage.Predecessors.Any(region.Contains) && !stage.Predecessors.Contains(guard),
                            $"A stage of round {round} does not wait for a guard."
                        )
                );
            }
        }

        Assert.InRange(regions, 100, int.MaxValue);
    }

    // Stages that take the output of earlier stages, some of them conditionally, with guards among them.
    private static PipelineBuilder RandomPipeline(Random random)
    {
        var builder = new PipelineBuilder().Stage("Route(Order order): bool");
        var count = random.Next(4, 12);
        for (var index = 0; index < count; index++)
        {
            var taken = Enumerable
                .Range(0, index)
                .Where(_ => random.Next(3) == 0)
                .Select(other => $"T{other}? t{other}");
            var parameters = string.Join(", ", taken.DefaultIfEmpty("Order order"));
            string[]? when = random.Next(4) == 0 ? [random.Next(2) == 0 ? "Route" : "!Route"] : null;
            _ = builder.Stage($"S{index}({parameters}): T{index}", when: when);
            if (index > 0 && random.Next(3) == 0)
            {
                var from = random.Next(index + 1);
                var isFree = random.Next(4) == 0;
                _ = builder.Stage(
                    $"G{index}(T{index}? t{index}, T{from}? t)",
                    guard: isFree ? ""
                        : random.Next(6) == 0 ? "Route"
                        : $"S{from}"
                );
            }
        }

        return builder.EntryPoint(
            $"Run(Order order): ({string.Join(", ", Enumerable.Range(0, count).Select(index => $"Optional<T{index}> t{index}"))})"
        );
    }
}
