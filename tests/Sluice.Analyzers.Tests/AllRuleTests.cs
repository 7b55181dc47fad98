namespace Sluice.Analyzers.Tests;

/// <summary>The rules about parameters that collect the values of all stages of a type.</summary>
public sealed class AllRuleTests
{
    [Theory]
    [InlineData("")]
    [InlineData(
        "[Stage] static IReadOnlyList<Mark> Several() => []; [Stage] static void Log(IReadOnlyList<Mark> all) { }"
    )]
    [InlineData("[Stage] static object Any() => 1; [Stage] static void Log(object any) { }")]
    public async Task A_list_without_a_stage_that_fills_it_is_reported(string others) =>
        await RuleAssert.ReportsAsync(
            "SLU0073",
            "[All] on parameter 'marks' of stage 'Count' collects every 'Mark' that a stage produces, but no other stage "
                + "produces one. Add such a stage, or remove the parameter.",
            Pipeline(
                $$"""
                {{others}}
                [Stage] static Total Count([All] [|IReadOnlyList<Mark> marks|], [From("mark")] Mark mark) => new(1);
                """
            )
        );

    [Fact]
    public async Task Stages_that_derive_or_run_for_each_element_fill_it() =>
        await RuleAssert.IsSilentAsync(
            Pipeline(
                """
                [Stage] static Derived First(Mark mark) => new();
                [Stage] static Derived[] Split([From("mark")] Mark mark) => [];
                [Stage] static Mark Each([Each] Derived mark) => mark;
                [Stage] static Total Count([All] IReadOnlyList<Optional<Mark>> marks) => new(marks.Count);
                [Stage] static void Log([All] Optional<Mark>[] marks) { }
                """
            )
        );

    [Theory]
    [InlineData(
        "[All] [|Mark",
        "it collects the values in a list: declare the parameter as 'IReadOnlyList<T>', 'IReadOnlyCollection<T>', 'IEnumerable<T>' or 'T[]'"
    )]
    [InlineData(
        "[All] [|List<Mark>",
        "it collects the values in a list: declare the parameter as 'IReadOnlyList<T>', 'IReadOnlyCollection<T>', 'IEnumerable<T>' or 'T[]'"
    )]
    [InlineData("[All, From(nameof(First))] [|Mark[]", "[From] names what the parameter takes: remove one of the two")]
    [InlineData("[All] [|StageContext", "a 'StageContext' comes from the run, not from stages: remove [All]")]
    public async Task It_is_reported_where_it_cannot_be_used(string parameter, string reason) =>
        await RuleAssert.ReportsAsync(
            "SLU0035",
            $"[All] on parameter 'marks' of stage 'Count' cannot be used: {reason}",
            Pipeline(
                $$"""
                [Stage] static Mark First([From("mark")] Mark mark) => mark;
                [Stage] static Total Count({{parameter}} marks|]) => new(1);
                """
            )
        );

    [Fact]
    public async Task A_stage_that_needs_the_list_and_adds_to_it_is_a_cycle()
    {
        var compilation = Analysis.Compile(
            Pipeline(
                """
                [Stage] static Total Count([All] IReadOnlyList<Mark> marks) => new(marks.Count);
                [Stage] static Mark First(Total total) => new();
                """
            )
        );

        Assert.Equal("SLU0004", Assert.Single(await Analysis.RunAsync(compilation)).Id);
    }

    [Fact]
    public async Task A_value_that_may_be_null_is_reported() =>
        await RuleAssert.ReportsAsync(
            "SLU0021",
            "A value that may be null goes from stage 'First' to parameter 'marks' of stage 'Count', which takes "
                + "the elements of 'IReadOnlyList<Mark>'. Let its elements be 'Mark?', or let the producer never provide null.",
            Pipeline(
                """
                [Stage] static Mark? First([From("mark")] Mark mark) => mark;
                [Stage] static Total Count([All] [|IReadOnlyList<Mark> marks|]) => new(marks.Count);
                """
            )
        );

    private static string Pipeline(string stages) =>
        $$"""
            using Sluice;

            public class Mark;
            public sealed class Derived : Mark;
            public sealed record Total(int Number);

            [Pipeline]
            static partial class P
            {
                public static partial Total Run(Mark mark);

            {{stages}}
            }
            """;
}
