namespace Sluice.Analyzers.Tests;

/// <summary>The rules about the wiring of stages.</summary>
public class GraphRuleTests
{
    [Fact]
    public async Task What_is_missing_is_reported_at_the_parameter_with_what_comes_near() =>
        await RuleAssert.ReportsAsync(
            "SLU0003",
            "Nothing produces 'string' for parameter 'word' of stage 'Count'. Add a stage that returns it, or an input of 'Run' that "
                + "has its type. The closest match is 'string[]' from input 'words'.",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial int Run(string[] words);

                [Stage] static int Count([|string word|]) => word.Length;
            }
            """
        );

    [Fact]
    public async Task An_output_that_is_missing_is_reported_at_the_entry_point() =>
        await RuleAssert.ReportsAsync(
            "SLU0003",
            "Nothing produces 'long' for output 'total' of entry point 'Run'. Add a stage that returns it.",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial (int count, long total) [|Run|](string text);

                [Stage] static int Count(string text) => text.Length;
            }
            """
        );

    [Fact]
    public async Task A_conversion_a_nullable_and_a_default_value_are_right() =>
        await RuleAssert.IsSilentAsync(
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial string Run(List<int> numbers);

                [Stage] static int Sum(IEnumerable<int> numbers) => numbers.Sum();

                [Stage] static string Print(int? sum, IReadOnlyList<int> numbers, char separator = ',') =>
                    $"{sum}{separator}{numbers.Count}";
            }
            """
        );

    [Fact]
    public async Task A_cycle_is_reported_at_its_first_stage_and_every_edge_is_a_place()
    {
        var further = await RuleAssert.ReportsAsync(
            "SLU0004",
            "Each of these stages needs the next, so none can start: A -> C -> B -> A. Remove one of the dependencies, or make the "
                + "cycle a loop: let 'C' decide it with [Loop], and put [Carried] on parameter 'fromC' of stage 'A'.",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial short Run(string text);

                public static partial byte Again(string text);

                [Stage] static int [|A|](string text, long fromC) => 1;

                [Stage] static short B(int fromA) => 1;

                [Stage] static long C(short fromB) => 1;

                [Stage] static byte D(long fromC) => 1;
            }
            """
        );

        Assert.Equal(["long fromC", "short fromB", "int fromA"], further);
    }

    [Fact]
    public async Task After_closes_a_cycle() =>
        Assert.Equal(
            ["int loaded"],
            await RuleAssert.ReportsAsync(
                "SLU0004",
                "Each of these stages needs the next, so none can start: Load -> Log -> Load. Remove one of the dependencies.",
                """
                using Sluice;

                [Pipeline]
                static partial class P
                {
                    public static partial int Run();

                    [Stage, After(nameof(Log))] static int [|Load|]() => 1;

                    [Stage] static void Log(int loaded) => Console.WriteLine(loaded);
                }
                """
            )
        );

    [Fact]
    public async Task A_diamond_is_right() =>
        await RuleAssert.IsSilentAsync(
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial string Run(string text);

                [Stage] static int A(string text) => 1;

                [Stage] static short B(int a) => 1;

                [Stage, After(nameof(B))] static long C(int a) => 1;

                [Stage] static string D(short b, long c) => "";
            }
            """
        );

    [Fact]
    public async Task A_stage_that_needs_itself_is_reported_at_the_parameter() =>
        await RuleAssert.ReportsAsync(
            "SLU0005",
            "Stage 'Trim' needs itself: [From] on its parameter 'text' names the stage itself. Name another producer.",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial string Run(string text);

                [Stage] static string Trim([From(nameof(Trim))] [|string text|]) => text.Trim();
            }
            """
        );

    [Fact]
    public async Task A_stage_that_gives_the_type_it_takes_is_right() =>
        await RuleAssert.IsSilentAsync(
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                [return: From(nameof(Upper))]
                public static partial string Run(string text);

                [Stage] static string Trim(string text) => text.Trim();

                [Stage] static string Upper(string trim) => trim.ToUpperInvariant();
            }
            """
        );

    [Fact]
    public async Task Ambiguous_producers_are_reported_at_the_parameter_and_each_stage_is_a_place() =>
        Assert.Equal(
            ["Left", "Right"],
            await RuleAssert.ReportsAsync(
                "SLU0006",
                "Several stages or inputs produce 'int' for parameter 'half' of stage 'Use': input 'number', stage 'Left' and stage 'Right'. Name one "
                    + "with [From], or give the parameter 'half' the name of one of them.",
                """
                using Sluice;

                [Pipeline]
                static partial class P
                {
                    public static partial string Run(int number);

                    [Stage] static int Left(string text = "") => 1;

                    [Stage] static int Right(int number) => 2;

                    [Stage] static string Use([|int half|]) => "";
                }
                """.Replace("string text = \"\"", "int number", StringComparison.Ordinal)
            )
        );

    [Fact]
    public async Task A_tuples_elements_choose_by_name() =>
        await RuleAssert.IsSilentAsync(
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial (int right, int left) Run(string text);

                [Stage] static int Left(string text) => 1;

                [Stage] static int Right(string text) => 2;
            }
            """
        );

    [Fact]
    public async Task An_asynchronous_stage_is_reported_at_the_synchronous_entry_point() =>
        Assert.Equal(
            ["ReadAsync"],
            await RuleAssert.ReportsAsync(
                "SLU0011",
                "Entry point 'Run' is synchronous, but it runs stage 'Read', which is asynchronous: Run -> Count -> Read. Return "
                    + "'ValueTask<int>', or make the stage synchronous.",
                """
                using Sluice;

                [Pipeline]
                static partial class P
                {
                    public static partial int [|Run|](string path);

                    public static partial Task<int> RunAsync(string path);

                    [Stage] static Task<byte[]> ReadAsync(string path) => File.ReadAllBytesAsync(path);

                    [Stage] static int Count(byte[] content) => content.Length;
                }
                """
            )
        );

    [Fact]
    public async Task A_static_entry_point_cannot_run_a_stage_that_needs_an_instance() =>
        _ = await RuleAssert.ReportsAsync(
            "SLU0025",
            "Entry point 'Run' is static, but it runs stage 'steps.Load', which needs an instance: Run -> Load -> steps.Load. Remove "
                + "'static' from 'Run', or make 'steps' static.",
            """
            using Sluice;

            [Pipeline]
            partial class P
            {
                [Stages] private readonly Steps steps = new();

                public static partial int [|Run|](string path);

                [Stage] static int Load(byte[] content) => content.Length;
            }

            class Steps
            {
                [Stage] public byte[] Load(string path) => File.ReadAllBytes(path);
            }
            """
        );

    [Fact]
    public async Task A_static_entry_point_may_run_static_stages_and_those_of_a_static_member() =>
        await RuleAssert.IsSilentAsync(
            """
            using Sluice;

            [Pipeline]
            partial class P
            {
                [Stages] private static readonly Steps steps = new();

                public static partial int Run(string path);

                [Stage] static int Count(byte[] content) => content.Length;
            }

            class Steps
            {
                [Stage] public byte[] Load(string path) => File.ReadAllBytes(path);
            }
            """
        );

    [Fact]
    public async Task A_synchronous_stage_behind_an_asynchronous_entry_point_is_right() =>
        await RuleAssert.IsSilentAsync(
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial ValueTask<int> RunAsync(string text);

                [Stage, Offload] static int Count(string text) => text.Length;
            }
            """
        );

    [Fact]
    public async Task An_unused_effect_is_reported_with_what_it_lacks() =>
        await RuleAssert.ReportsAsync(
            "SLU0014",
            "No entry point runs stage 'Log': 'Run' neither takes nor needs a 'long', which parameter 'size' of stage 'Log' takes, and "
                + "an effect does not cause producers to run. Provide the value, or remove the stage.",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial int Run(string text);

                [Stage] static int Count(string text) => text.Length;

                [Stage] static void [|Log|](long size) => Console.WriteLine(size);
            }
            """
        );

    [Fact]
    public async Task An_effect_whose_values_are_there_is_right() =>
        await RuleAssert.IsSilentAsync(
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial int Run(string text);

                [Stage] static int Count(string text) => text.Length;

                [Stage] static void Log(int count, string text) => Console.WriteLine(text + count);
            }
            """
        );

    [Fact]
    public async Task An_entry_point_with_nothing_to_run_is_reported_at_its_name() =>
        await RuleAssert.ReportsAsync(
            "SLU0019",
            "Entry point 'Run' has no output and no effect to run: 'Run' has no 'long' for parameter 'size' of stage 'Log'. Return an "
                + "output, or add a stage that returns nothing.",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial void [|Run|](string text);

                [Stage] static void Log(long size) => Console.WriteLine(size);
            }
            """
        );

    [Fact]
    public async Task An_entry_point_with_an_effect_to_run_is_right() =>
        await RuleAssert.IsSilentAsync(
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial ValueTask RunAsync(string text);

                [Stage] static long Measure(string text) => text.Length;

                [Stage] static void Log(long size) => Console.WriteLine(size);
            }
            """
        );

    [Fact]
    public async Task A_value_that_may_be_null_is_reported_at_the_parameter() =>
        await RuleAssert.ReportsAsync(
            "SLU0021",
            "A value that may be null goes from input 'text' to parameter 'text' of stage 'Count', which takes 'string'. Let it take "
                + "'string?', or let the producer never provide null.",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial int Run(string? text);

                [Stage] static int Count([|string text|]) => text.Length;
            }
            """
        );

    [Theory]
    [InlineData("[AllowNull] string text", "", "string", "string text", "input 'text'")]
    [InlineData("int number", "[return: MaybeNull] ", "string", "string text", "stage 'Make'")]
    [InlineData("int number", "", "string?", "[DisallowNull] string? text", "stage 'Make'")]
    public async Task Attributes_count_for_what_may_be_null(
        string input,
        string returned,
        string type,
        string taken,
        string producer
    ) =>
        await RuleAssert.ReportsAsync(
            "SLU0021",
            $"A value that may be null goes from {producer} to parameter 'text' of stage 'Count', which takes 'string'. Let it take "
                + "'string?', or let the producer never provide null.",
            $$"""
            using System.Diagnostics.CodeAnalysis;
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial int Run({{input}});

                {{(
                input.StartsWith("int", StringComparison.Ordinal)
                    ? $"[Stage] {returned}static {type} Make(int number) => null!;"
                    : ""
            )}}
                [Stage] static int Count({{Mark(taken)}}) => 1;
            }
            """
        );

    [Theory]
    [InlineData("[DisallowNull] string? text", "string text")]
    [InlineData("[NotNull] string? text", "string text")]
    [InlineData("[AllowNull] string text", "[AllowNull] string text")]
    [InlineData("string? text", "[AllowNull] string text")]
    [InlineData("string text", "[DisallowNull] string? text")]
    public async Task Attributes_count_for_what_is_never_null(string input, string taken) =>
        await RuleAssert.IsSilentAsync(
            $$"""
            using System.Diagnostics.CodeAnalysis;
            using Sluice;

            [Pipeline]
            static partial class P
            {
                [return: NotNull] public static partial string? Run({{input}});

                [Stage] static int Count({{taken}}) => 1;
                [Stage] [return: NotNull] static string? Write(int count) => "";
            }
            """
        );

    [Fact]
    public async Task Null_is_right_where_it_is_accepted() =>
        await RuleAssert.IsSilentAsync(
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial int? Run(string? text, int? number);

                [Stage] static int? Count(string? text, int? number) => text?.Length ?? number;
            }
            """
        );

    // The location is the type and the name, without attributes.
    private static string Mark(string parameter)
    {
        var start = parameter.StartsWith('[') ? parameter.IndexOf(' ', StringComparison.Ordinal) + 1 : 0;
        return $"{parameter[..start]}[|{parameter[start..]}|]";
    }
}
