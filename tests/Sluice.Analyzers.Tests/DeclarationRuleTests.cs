namespace Sluice.Analyzers.Tests;

/// <summary>The rules about the declarations of pipelines, entry points and sources.</summary>
public class DeclarationRuleTests
{
    [Fact]
    public async Task A_containing_type_has_to_be_partial_too() =>
        await RuleAssert.ReportsAsync(
            "SLU0001",
            "'Outer' must be partial because the compiler adds the bodies of the entry points to it. Add 'partial' to its declaration.",
            """
            using Sluice;

            public class Outer
            {
                [Pipeline]
                public static partial class [|Inner|]
                {
                    public static partial int Run(string text);

                    [Stage] static int Count(string text) => text.Length;
                }
            }
            """
        );

    [Fact]
    public async Task A_pipeline_in_partial_types_is_right() =>
        await RuleAssert.IsSilentAsync(
            """
            using Sluice;

            public partial class Outer
            {
                [Pipeline]
                public static partial class Inner
                {
                    public static partial int Run(string text);

                    [Stage] static int Count(string text) => text.Length;
                }
            }
            """
        );

    [Fact]
    public async Task A_partial_method_without_accessibility_is_no_entry_point() =>
        await RuleAssert.ReportsAsync(
            "SLU0002",
            "Pipeline 'P' has no entry point: 'Run' has no accessibility modifier: add 'public' or [EntryPoint]",
            """
            using Sluice;

            [Pipeline]
            static partial class [|P|]
            {
                static partial void Run(string text);

                [Stage] static int Count(string text) => text.Length;
            }
            """
        );

    [Fact]
    public async Task An_entry_point_may_be_marked_as_one() =>
        await RuleAssert.IsSilentAsync(
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                [EntryPoint] static partial void Run(string text);

                [Stage] static void Log(string text) => Console.WriteLine(text);
            }
            """
        );

    [Fact]
    public async Task Two_stages_of_one_name_are_reported_at_the_second_with_the_first_as_further_place()
    {
        var further = await RuleAssert.ReportsAsync(
            "SLU0007",
            "Several stages have the name 'Load': Load() and LoadAsync(int). Rename a method, or give it a name with "
                + "[Stage(Name = ...)].",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial ValueTask<string> RunAsync();

                [Stage] static int Load() => 1;

                [Stage] static Task<string> [|LoadAsync|](int number) => Task.FromResult($"{number}");
            }
            """
        );

        Assert.Equal(["Load"], further);
    }

    [Fact]
    public async Task Stages_of_two_sources_may_share_a_name() =>
        await RuleAssert.IsSilentAsync(
            """
            using Sluice;

            public sealed class Shop { [Stage] public int Load() => 1; }

            [Pipeline]
            sealed partial class P([Stages] Shop books, [Stages] Shop music)
            {
                public partial string Run();

                [Stage] static string Add([From("books.Load")] int left, [From("music.LoadAsync")] int right) => $"{left + right}";
            }
            """
        );

    [Fact]
    public async Task A_generic_stage_is_reported_at_its_name() =>
        await RuleAssert.ReportsAsync(
            "SLU0012",
            "'Count' cannot be a stage: it is generic: make the type that declares it generic instead, or write one method for "
                + "each type",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial int Run(string text);

                [Stage] static int [|Count|]<T>(T text) => 1;
            }
            """
        );

    [Fact]
    public async Task A_parameter_that_a_stage_cannot_have_is_reported_at_the_parameter() =>
        await RuleAssert.ReportsAsync(
            "SLU0012",
            "'Count' cannot be a stage: parameter 'text' has the type 'Span<char>', which lives only on the stack and cannot pass "
                + "between stages: use an array or 'Memory<T>'",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial int Run(char[] text);

                [Stage] static int Count([|Span<char> text|]) => 1;
            }
            """
        );

    [Fact]
    public async Task A_stage_of_a_generic_pipeline_is_right() =>
        await RuleAssert.IsSilentAsync(
            """
            using Sluice;

            [Pipeline]
            static partial class P<T>
            {
                public static partial int Run(T text, in long size);

                [Stage] static int Count(in T text, CancellationToken token) => 1;

                [Stage] static void Log(long size, StageContext context) => Console.WriteLine(size);
            }
            """
        );

    [Theory]
    [InlineData("public static partial Missing Run(string text);", "")]
    [InlineData("public static partial int Run(string text, Missing missing);", "")]
    [InlineData("public static partial int Run(string text);", "[Stage] static void Log(Missing missing) { }")]
    [InlineData(
        "public static partial int Run(string text);",
        "[Stage, Retry(3, On = [typeof(Missing)])] static void Log(int count) { }"
    )]
    [InlineData("public partial int Run(string text);", "")]
    public async Task What_the_compiler_reports_is_left_to_it(string entryPoint, string stage) =>
        Assert.Empty(
            await Analysis.RunAsync(
                Analysis.Compile(
                    $$"""
                    using Sluice;

                    [Pipeline]
                    static partial class P
                    {
                        {{entryPoint}}

                        [Stage] static int Count(string text) => text.Length;
                        {{stage}}
                    }
                    """
                )
            )
        );

    [Fact]
    public async Task A_stage_that_is_obsolete_as_an_error_is_reported_at_its_name() =>
        await RuleAssert.ReportsAsync(
            "SLU0012",
            "'Count' cannot be a stage: it is obsolete, and its use is an error: use its "
                + "replacement, or make its [Obsolete] a warning",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial int Run(string text);

                [Stage, Obsolete("Use another.", true)] static int [|Count|](string text) => text.Length;
            }
            """
        );

    [Fact]
    public async Task A_compensation_whose_calls_the_compiler_leaves_out_is_reported_at_its_stage() =>
        await RuleAssert.ReportsAsync(
            "SLU0039",
            "[Compensate] on stage 'Count' names 'Undo', which cannot be used: it is marked [Conditional], so the compiler omits its "
                + "calls if the symbol is not defined: remove the attribute, and put '#if' into the method's body.",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial int Run(string text);

                [Stage, Compensate(nameof(Undo))] static int [|Count|](string text) => text.Length;

                [System.Diagnostics.Conditional("DEBUG")] static void Undo(int count) { }
            }
            """
        );

    private const string Requiring = """
        using System.Diagnostics.CodeAnalysis;
        using Sluice;

        [Pipeline]
        static partial class P
        {
            [RequiresDynamicCode("Makes code.")]
            public static partial int Run(string text);

            [Stage, RequiresDynamicCode("Makes code."), RequiresUnreferencedCode("Reflects.")]
            static int [|Count|](string text) => text.Length;
        }
        """;

    [Fact]
    public async Task A_stage_that_requires_what_its_entry_point_does_not_tell_is_reported_at_its_name() =>
        await RuleAssert.ReportsAsync(
            "SLU0051",
            "Stage 'Count' is marked [RequiresUnreferencedCode], but entry point 'Run', "
                + "which runs it, is not, so its callers get no warning. Mark 'Run' with [RequiresUnreferencedCode] too.",
            Requiring
        );

    [Fact]
    public async Task A_project_that_is_not_analyzed_for_trimming_hears_nothing_of_what_stages_require() =>
        Assert.Empty(
            await Analysis.RunAsync(
                Analysis.Compile(
                    Requiring.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal)
                ),
                "EnableAotAnalyzer"
            )
        );

    [Fact]
    public async Task A_generic_entry_point_is_reported_at_its_name() =>
        await RuleAssert.ReportsAsync(
            "SLU0013",
            "'Run' cannot be an entry point: it is generic: its only type parameter may be that of its observer, as in "
                + "'Run<TObserver>(..., TObserver observer) where TObserver : struct, IRunObserver'. For anything else make the "
                + "type that declares it generic, or write one method for each type",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial int [|Run|]<T>(T text);

                [Stage] static int Count(string text) => 1;
            }
            """
        );

    [Fact]
    public async Task An_entry_point_takes_a_token_and_gives_a_tuple() =>
        await RuleAssert.IsSilentAsync(
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial Task<(int Count, string Upper)> RunAsync(string text, CancellationToken token = default);

                [Stage] static int Count(string text) => text.Length;

                [Stage] static string Upper(string text) => text.ToUpperInvariant();
            }
            """
        );

    [Fact]
    public async Task A_task_is_reported_at_the_parameter() =>
        await RuleAssert.ReportsAsync(
            "SLU0015",
            "Parameter 'text' of stage 'Count' takes a task, but a stage receives the result of a task. Use 'string' instead.",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial ValueTask<int> RunAsync(string text);

                [Stage] static async ValueTask<int> CountAsync([|Task<string> text|]) => (await text).Length;
            }
            """
        );

    [Fact]
    public async Task What_a_task_produces_is_right() =>
        await RuleAssert.IsSilentAsync(
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial ValueTask<int> RunAsync(string path);

                [Stage] static Task<byte[]> ReadAsync(string path) => File.ReadAllBytesAsync(path);

                [Stage] static ValueTask<int> CountAsync(byte[] content) => new(content.Length);
            }
            """
        );

    [Fact]
    public async Task A_private_stage_of_another_class_is_reported_at_the_member_that_brings_it()
    {
        var further = await RuleAssert.ReportsAsync(
            "SLU0016",
            "The pipeline cannot call stage 'Count' of 'Counting'. Make the method, and the types in its signature, accessible to it.",
            """
            using Sluice;

            public sealed class Counting { [Stage] private int Count(string text) => text.Length; }

            [Pipeline]
            sealed partial class P
            {
                [Stages] private readonly Counting [|_counting|] = new();

                public partial int Run(string text);
            }
            """
        );

        Assert.Contains("Count", further);
    }

    [Fact]
    public async Task A_public_stage_of_another_class_is_right() =>
        await RuleAssert.IsSilentAsync(
            """
            using Sluice;

            public sealed class Counting { [Stage] internal int Count(string text) => text.Length; }

            [Pipeline]
            sealed partial class P
            {
                [Stages] private readonly Counting _counting = new();

                public partial int Run(string text);
            }
            """
        );

    [Fact]
    public async Task A_static_class_without_stages_is_reported_at_its_attribute() =>
        await RuleAssert.ReportsAsync(
            "SLU0017",
            "[Stages] on 'Counting' has no effect because 'Counting' has no stages. Mark its methods with [Stage], or remove the attribute.",
            """
            using Sluice;

            public static class Counting { public static int Count(string text) => text.Length; }

            [Pipeline, [|Stages(typeof(Counting))|]]
            static partial class P
            {
                public static partial int Run(string text);

                [Stage] static int Length(string text) => text.Length;
            }
            """
        );

    [Fact]
    public async Task A_static_class_with_stages_is_right() =>
        await RuleAssert.IsSilentAsync(
            """
            using Sluice;

            public static class Counting { [Stage] public static int Count(string text) => text.Length; }

            [Pipeline, Stages(typeof(Counting))]
            static partial class P
            {
                public static partial int Run(string text);
            }
            """
        );

    [Fact]
    public async Task A_parameter_that_a_member_hides_is_reported_at_the_parameter() =>
        await RuleAssert.ReportsAsync(
            "SLU0047",
            "[Stages] on 'music' cannot be used: the member 'music' has the same name, so no code can read the parameter: rename one of them",
            """
            using Sluice;

            public sealed class Shop { [Stage] public int Load() => 1; }

            [Pipeline]
            sealed partial class P([Stages] Shop [|music|])
            {
                public partial int music();
            }
            """
        );

    [Theory]
    [InlineData("scoped Span<int> counting", "Span<int>")]
    [InlineData("TypedReference counting", "TypedReference")]
    public async Task A_parameter_that_lives_on_the_stack_alone_is_reported_at_the_parameter(
        string parameter,
        string type
    ) =>
        await RuleAssert.ReportsAsync(
            "SLU0047",
            $"[Stages] on 'counting' cannot be used: a run cannot keep a '{type}' to call its stages: use a class, or a struct that is "
                + "not a 'ref struct'",
            $$"""
            using Sluice;

            [Pipeline]
            sealed partial class P([Stages] {{parameter.Replace("counting", "[|counting|]", StringComparison.Ordinal)}})
            {
                public partial string Run(string text);

                [Stage] static string Trim(string text) => text;
            }
            """
        );

    [Fact]
    public async Task A_parameter_whose_name_a_member_of_its_type_has_is_right() =>
        await RuleAssert.IsSilentAsync(
            """
            using Sluice;

            public sealed class Shop { [Stage] public int Load() => 1; }

            [Pipeline]
            sealed partial record P([Stages] Shop Books)
            {
                public partial int Run();
            }
            """
        );

    [Fact]
    public async Task An_observer_that_may_live_on_the_stack_alone_is_reported_at_the_entry_point() =>
        await RuleAssert.ReportsAsync(
            "SLU0013",
            "'Run' cannot be an entry point: its observer 'TObserver' may be a 'ref struct', which a run cannot keep: remove "
                + "'allows ref struct'",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial int [|Run|]<TObserver>(string text, TObserver observer)
                    where TObserver : struct, IRunObserver, allows ref struct;

                [Stage] static int Count(string text) => 1;
            }
            """
        );

    [Fact]
    public async Task A_stage_of_a_type_parameter_that_may_live_on_the_stack_alone_is_reported() =>
        await RuleAssert.ReportsAsync(
            "SLU0012",
            "'Count' cannot be a stage: parameter 'text' has the type 'T', which lives only on the stack and cannot pass between "
                + "stages: use an array or 'Memory<T>'",
            """
            using Sluice;

            [Pipeline]
            static partial class P<T> where T : allows ref struct
            {
                public static partial int Run(string text);

                [Stage] static int Length(string text) => 1;

                [Stage] static long Count([|T text|]) => 1;
            }
            """
        );

    [Fact]
    public async Task A_parameter_that_is_stored_as_well_is_reported_at_the_parameter() =>
        await RuleAssert.ReportsAsync(
            "SLU0018",
            "Parameter 'shop' is a source of stages and also initialises a member, so its value is stored twice. Put [Stages] on "
                + "that member instead.",
            """
            using Sluice;

            public sealed class Shop { [Stage] public int Load() => 1; }

            [Pipeline]
            sealed partial class P([Stages] [|Shop shop|])
            {
                private readonly Shop _shop = shop;

                public partial int Run();
            }
            """
        );

    [Fact]
    public async Task A_parameter_that_only_brings_stages_is_right() =>
        await RuleAssert.IsSilentAsync(
            """
            using Sluice;

            public sealed class Shop { [Stage] public int Load() => 1; }

            [Pipeline]
            sealed partial class P([Stages] Shop shop, string name)
            {
                private readonly string _name = name;

                public partial int Run();
            }
            """
        );

    [Fact]
    public async Task A_file_local_class_is_reported_at_its_name() =>
        await RuleAssert.ReportsAsync(
            "SLU0022",
            "'P' cannot be a pipeline: 'P' is file-local, but the compiler adds its other part in another file: remove 'file'",
            """
            using Sluice;

            [Pipeline]
            file static partial class [|P|]
            {
                public static partial int Run();

                [Stage] static int Load() => 1;
            }
            """
        );

    [Fact]
    public async Task A_record_class_is_right() =>
        await RuleAssert.IsSilentAsync(
            """
            using Sluice;

            [Pipeline]
            public partial record class P
            {
                public partial int Run();

                [Stage] int Load() => 1;
            }
            """
        );
}
