namespace Sluice.Analyzers.Tests;

/// <summary>The rules about names in attributes.</summary>
public class NameRuleTests
{
    [Fact]
    public async Task An_unknown_producer_is_reported_at_the_parameter() =>
        await RuleAssert.ReportsAsync(
            "SLU0008",
            "[From] on parameter 'text' of stage 'Count' names 'Nothing', which is not a stage of the pipeline or an input of 'Run'. "
                + "Name a stage or an input.",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial int Run(string text);

                [Stage] static int Count([From("Nothing")] [|string text|]) => text.Length;
            }
            """
        );

    [Fact]
    public async Task An_unknown_producer_of_an_output_is_reported_at_the_entry_point() =>
        await RuleAssert.ReportsAsync(
            "SLU0008",
            "[From] on the output of entry point 'Run' names 'Coutn', which is not a stage of the pipeline or an input of 'Run'. Did you "
                + "mean 'Count'?",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                [return: From("Coutn")]
                public static partial int [|Run|](string text);

                [Stage] static int Count(string text) => text.Length;
            }
            """
        );

    [Fact]
    public async Task A_stage_or_an_input_may_be_named() =>
        await RuleAssert.IsSilentAsync(
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                [return: From(nameof(JoinAsync))]
                public static partial Task<string> RunAsync(string left, string right);

                [Stage] static string Trim([From("left")] string text) => text.Trim();

                [Stage] static Task<string> JoinAsync([From("right")] string one, [From("TrimAsync")] string two) =>
                    Task.FromResult(one + two);
            }
            """
        );

    [Fact]
    public async Task A_producer_of_another_type_is_reported_at_the_parameter() =>
        Assert.Equal(
            ["Log"],
            await RuleAssert.ReportsAsync(
                "SLU0009",
                "[From] on parameter 'number' of stage 'Print' names 'Log', which returns nothing, but 'int' is needed. Name a "
                    + "producer of 'int', or change the type.",
                """
                using Sluice;

                [Pipeline]
                static partial class P
                {
                    public static partial string Run(int given);

                    [Stage] static void Log(int given) => Console.WriteLine(given);

                    [Stage] static string Print([From(nameof(Log))] [|int number|]) => $"{number}";
                }
                """
            )
        );

    [Fact]
    public async Task A_producer_that_converts_may_be_named() =>
        await RuleAssert.IsSilentAsync(
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial long Run(int given);

                [Stage] static List<int> Wrap(int given) => [given];

                [Stage] static long Sum([From(nameof(Wrap))] IEnumerable<int> numbers, [From("given")] int? one) =>
                    numbers.Sum() + one!.Value;
            }
            """
        );

    [Fact]
    public async Task An_unknown_predecessor_is_reported_at_the_stage() =>
        await RuleAssert.ReportsAsync(
            "SLU0010",
            "[After] on stage 'Count' names 'text', which is an input, and inputs are available before any stage. Remove it.",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial int Run(string text);

                [Stage, After("text")] static int [|Count|](string text) => text.Length;
            }
            """
        );

    [Fact]
    public async Task A_predecessor_that_does_not_run_is_right() =>
        await RuleAssert.IsSilentAsync(
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial int Run(string text);

                public static partial long Other(string text);

                [Stage, After(nameof(Measure))] static int Count(string text) => text.Length;

                [Stage] static long Measure(string text) => text.Length;
            }
            """
        );

    [Fact]
    public async Task An_unknown_entry_point_is_reported_at_the_effect() =>
        await RuleAssert.ReportsAsync(
            "SLU0020",
            "Only on stage 'Log' names 'Walk', which is not an entry point of the pipeline. Its entry points: 'RunAsync' and 'Test'.",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial Task<int> RunAsync(string text);

                public static partial int Test(string text);

                [Stage] static int Count(string text) => text.Length;

                [Stage(Only = ["Run", "Walk"])] static void [|Log|](string text) => Console.WriteLine(text);
            }
            """
        );

    [Fact]
    public async Task An_entry_point_may_be_named_with_or_without_Async() =>
        await RuleAssert.IsSilentAsync(
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial Task<int> RunAsync(string text);

                public static partial int Test(string text);

                [Stage] static int Count(string text) => text.Length;

                [Stage(Only = ["Run"])] static Task LogAsync(string text) => Task.CompletedTask;

                [Stage(Only = [nameof(RunAsync)])] static Task SaveAsync(string text) => Task.CompletedTask;
            }
            """
        );

    [Fact]
    public async Task An_ambiguous_name_is_reported_where_it_is_used() =>
        await RuleAssert.ReportsAsync(
            "SLU0023",
            "'Load' in [After] on stage 'Count' is ambiguous between 'books.Load' and 'music.Load'. Write a unique name, such as "
                + "'books.Load'.",
            """
            using Sluice;

            public sealed class Shop { [Stage] public void Load() { } }

            [Pipeline]
            sealed partial class P([Stages] Shop books, [Stages] Shop music)
            {
                public partial int Run(string text);

                [Stage, After("Load")] static int [|Count|](string text) => text.Length;
            }
            """
        );

    [Fact]
    public async Task A_class_names_its_own_stages_however_many_pipelines_use_it() =>
        await RuleAssert.IsSilentAsync(
            """
            using Sluice;

            public sealed class Shop
            {
                [Stage] public int Load() => 1;

                [Stage] public int More() => 2;

                [Stage] public string Print([From(nameof(Load))] int number) => $"{number}";
            }

            [Pipeline]
            sealed partial class P([Stages] Shop books, [Stages] Shop music)
            {
                [return: From("music.Print")]
                public partial string Run();
            }
            """
        );

    [Fact]
    public async Task Only_on_a_producer_is_reported_at_the_stage() =>
        await RuleAssert.ReportsAsync(
            "SLU0024",
            "Only has no effect on stage 'Count' because the stage produces 'int' and runs in every entry point that needs this value. Remove Only.",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial int Run(string text);

                [Stage(Only = [nameof(Run)])] static int [|Count|](string text) => text.Length;
            }
            """
        );

    [Fact]
    public async Task Always_on_a_producer_is_reported_at_the_stage() =>
        await RuleAssert.ReportsAsync(
            "SLU0059",
            "Always cannot be set on stage 'Count' because the stage produces 'int' and runs in every entry point that needs this value. Remove Always.",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial int Run(string text);

                [Stage(Always = true)] static int [|Count|](string text) => text.Length;
            }
            """
        );

    [Fact]
    public async Task Always_on_an_effect_or_a_guard_is_right() =>
        await RuleAssert.IsSilentAsync(
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial int Run(string text);

                [Stage] static int Count(string text) => text.Length;

                [Stage] static long Measure(string text) => text.Length;

                [Stage(Always = true)] static void Log(long length) { }

                [Stage(Always = true), Guard] static bool Check(long length) => length > 0;
            }
            """
        );

    [Fact]
    public async Task An_element_of_a_tuple_may_have_the_name_of_a_member() =>
        await RuleAssert.ReportsAsync(
            "SLU0006",
            "Several stages or inputs produce 'int' for output 'Left' of entry point 'Run': stage 'books.Sum' and stage 'music.Sum'. "
                + "Give the tuple's element the name of its producer, or of the member that its producer comes from.",
            """
            using Sluice;

            [Pipeline]
            sealed partial class Shop
            {
                public partial int Sum(string order);

                [Stage] static int Count(string order) => order.Length;
            }

            [Pipeline]
            sealed partial class P([Stages] Shop books, [Stages] Shop music)
            {
                public partial (int Left, int Music) [|Run|](string order);
            }
            """
        );
}
