using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Tests.Bind;

public class CycleTests
{
    [Fact]
    public void A_cycle_is_reported_once_with_its_path_and_all_its_edges()
    {
        var bound = new PipelineBuilder()
            .Stage("A(Order order, Tc c): Ta")
            .Stage("B(Ta a): Tb")
            .Stage("C(Tb b): Tc")
            .Stage("D(Tc c): Td")
            .EntryPoint("Run(Order order): Td")
            .EntryPoint("Other(Order order): Tb")
            .Bind();

        Assert.Equal(
            "Cycle: Each of these stages needs the next, so none can start: A -> C -> B -> A. Remove one of the dependencies, or make "
                + "the cycle a loop: let 'C' decide it with [Loop], and put [Carried] on parameter 'c' of stage 'A'.",
            bound.OnlyFinding()
        );
        Assert.Equal(new NodeReference(NodeKind.Stage, 0), bound.Findings[0].Node);
        Assert.Equal(
            [new(NodeKind.Stage, 0, 1), new(NodeKind.Stage, 2, 0), new(NodeKind.Stage, 1, 0)],
            bound.Findings[0].Further
        );
        Assert.Empty(bound.Graphs);
    }

    [Fact]
    public void After_closes_a_cycle_too()
    {
        var bound = new PipelineBuilder()
            .Stage("Parse(): Cart", after: ["Log"])
            .Stage("Log(Cart cart)")
            .EntryPoint("Run(): Cart")
            .Bind();

        Assert.Contains("Parse -> Log -> Parse", bound.OnlyFinding(), StringComparison.Ordinal);
        Assert.Equal([new(NodeKind.Stage, 0, -1), new(NodeKind.Stage, 1, 0)], bound.Findings[0].Further);
    }

    [Fact]
    public void Two_cycles_are_two_findings() =>
        Assert.Equal(
            2,
            new PipelineBuilder()
                .Stage("A(Tb b): Ta")
                .Stage("B(Ta a): Tb")
                .Stage("C(Td d): Tc")
                .Stage("D(Tc c, Ta a): Td")
                .EntryPoint("Run(): Td")
                .Bind()
                .Findings.Count(finding => finding.Rule == Rule.Cycle)
        );

    [Fact]
    public void Of_cycles_that_overlap_the_shortest_is_reported() =>
        Assert.Contains(
            ": B -> C -> B.",
            new PipelineBuilder()
                .Stage("A(Tc c): Ta")
                .Stage("B(Ta a, Tc c): Tb")
                .Stage("C(Tb b): Tc")
                .EntryPoint("Run(): Tc")
                .Bind()
                .OnlyFinding(),
            StringComparison.Ordinal
        );

    [Fact]
    public void Cycles_that_share_a_stage_but_no_dependency_are_both_reported() =>
        Assert.Equal(
            [
                "Cycle: Each of these stages needs the next, so none can start: A -> B -> A. Remove one of the dependencies, or make the "
                    + "cycle a loop: let 'B' decide it with [Loop], and put [Carried] on parameter 'b' of stage 'A'.",
                "Cycle: Each of these stages needs the next, so none can start: B -> C -> B. Remove one of the dependencies, or make the "
                    + "cycle a loop: let 'C' decide it with [Loop], and put [Carried] on parameter 'c' of stage 'B'.",
            ],
            new PipelineBuilder()
                .Stage("A(Tb b): Ta")
                .Stage("B(Ta a, Tc c): Tb")
                .Stage("C(Tb b): Tc")
                .EntryPoint("Run(): Ta")
                .Bind()
                .Messages()
        );

    [Fact]
    public void The_path_starts_at_a_stage_of_the_pipelines_own_class()
    {
        var bound = new PipelineBuilder()
            .Source("other")
            .Stage("A(Tb b): Ta", source: 1)
            .Stage("B(Ta a): Tb")
            .EntryPoint("Run(): Tb")
            .Bind();

        Assert.Contains(": B -> A -> B.", bound.OnlyFinding(), StringComparison.Ordinal);
        Assert.Equal(1, bound.Findings[0].Node.Index);
    }

    [Fact]
    public void A_cycle_behind_an_effect_is_reported_rather_than_the_effect_forgotten() =>
        Assert.Contains(
            ": A -> B -> A.",
            new PipelineBuilder()
                .Stage("A(Tb b): Ta")
                .Stage("B(Ta a): Tb")
                .Stage("Log(Ta a)")
                .EntryPoint("Run()")
                .Bind()
                .OnlyFinding(),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("Review(Draft draft): Score", "Review")]
    [InlineData("ReviewAsync(Draft draft, CancellationToken token): Optional<Score>", "Review")]
    public void A_loop_is_offered_for_a_cycle_with_a_stage_that_could_decide_it(string stage, string decision) =>
        Assert.EndsWith(
            $"Remove one of the dependencies, or make the cycle a loop: let '{decision}' decide it with [Loop], and put [Carried] on "
                + "parameter 'score' of stage 'Write'.",
            new PipelineBuilder()
                .Stage("Write(Topic topic, Score score): Draft")
                .Stage(stage)
                .EntryPoint("RunAsync(Topic topic): Draft")
                .Bind()
                .OnlyFinding(),
            StringComparison.Ordinal
        );

    [Fact]
    public void The_stage_that_is_offered_as_a_decision_is_one_that_can_be() =>
        Assert.EndsWith(
            "let 'Write' decide it with [Loop], and put [Carried] on parameter 'drafts' of stage 'Review'.",
            new PipelineBuilder()
                .Stage("Write(Topic topic, Score[] scores): Draft[]")
                .Stage("Review(Topic topic, Draft[] drafts, [Each] Line line): Score")
                .EntryPoint("Run(Topic topic, Line[] lines): Draft[]")
                .Bind()
                .OnlyFinding(),
            StringComparison.Ordinal
        );

    [Fact]
    public void No_loop_is_offered_if_no_stage_of_the_cycle_could_decide_it() =>
        Assert.EndsWith(
            "Write -> Review -> Write. Remove one of the dependencies.",
            new PipelineBuilder()
                .Stage("Write(Score score, [Each] Line line): Draft")
                .Stage("Review(Draft[] drafts): Score", guard: "")
                .EntryPoint("Run(Line[] lines): Draft[]")
                .Bind()
                .Messages()[0],
            StringComparison.Ordinal
        );

    [Fact]
    public void No_loop_is_offered_for_a_cycle_over_After() =>
        Assert.EndsWith(
            "Parse -> Price -> Parse. Remove one of the dependencies.",
            new PipelineBuilder()
                .Stage("Parse(): Cart", after: ["Price"])
                .Stage("Price(Cart cart): Quote")
                .EntryPoint("Run(): Quote")
                .Bind()
                .OnlyFinding(),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_long_path_is_cut_in_the_middle()
    {
        var builder = new PipelineBuilder().EntryPoint("Run(): T0");
        for (var index = 0; index < 20; index++)
        {
            builder.Stage($"S{index}(T{(index + 1) % 20} next): T{index}");
        }

        var bound = builder.Bind();

        Assert.Contains(
            ": S0 -> S1 -> S2 -> S3 -> S4 -> S5 -> S6 -> S7 -> S8 -> (10 more) -> S19 -> S0.",
            bound.OnlyFinding(),
            StringComparison.Ordinal
        );
        Assert.Equal(20, bound.Findings[0].Further.Count);
    }
}
