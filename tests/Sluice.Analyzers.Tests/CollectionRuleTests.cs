namespace Sluice.Analyzers.Tests;

/// <summary>The rules about stages that run for each element, and about streams.</summary>
public class CollectionRuleTests
{
    [Fact]
    public async Task Each_of_a_single_value_is_reported_at_the_parameter() =>
        await RuleAssert.ReportsAsync(
            "SLU0032",
            "[Each] on parameter 'line' of stage 'Measure' takes the elements of a collection, such as "
                + "'IReadOnlyList<Uri>', but stage 'Read' produces 'Uri'. Remove [Each], or produce a collection.",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial int[] Run(string text);

                [Stage] static Uri Read(string text) => new(text);

                [Stage] static int Measure([Each] [|Uri line|]) => 1;
            }
            """
        );

    [Fact]
    public async Task Each_of_what_lies_deeper_is_an_error() =>
        await RuleAssert.ReportsAsync(
            "SLU0032",
            "[Each] on parameter 'line' of stage 'Measure' takes the elements of a collection, such as "
                + "'IReadOnlyList<Uri>', but input 'pages' has the type 'Uri[][]'. Write [Each(Flatten = true)].",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial int[] Run(Uri[][] pages);

                [Stage] static int Measure([Each] [|Uri line|]) => 1;
            }
            """
        );

    [Theory]
    [InlineData("[|Uri line|] = null!")]
    [InlineData("[|Uri? line|]")]
    [InlineData("[|Uri? line|] = null")]
    public async Task Each_of_what_may_be_absent_needs_a_collection_all_the_same(string parameter) =>
        await RuleAssert.ReportsAsync(
            "SLU0032",
            "[Each] on parameter 'line' of stage 'Measure' takes the elements of a collection, such as "
                + "'IReadOnlyList<Uri>', but input 'pages' has the type 'Uri[][]'. Write [Each(Flatten = true)].",
            $$"""
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial int[] Run(Uri[][] pages);

                [Stage] static int Measure([Each] {{parameter}}) => 1;
            }
            """
        );

    [Fact]
    public async Task Each_of_what_is_flat_needs_no_flattening() =>
        await RuleAssert.ReportsAsync(
            "SLU0032",
            "[Each] on parameter 'line' of stage 'Measure' takes the elements of a collection, such as "
                + "'IReadOnlyList<IReadOnlyList<Uri>>', but input 'lines' has the type 'Uri[]'. Remove Flatten from "
                + "[Each].",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial int[] Run(Uri[] lines);

                [Stage] static int Measure([Each(Flatten = true)] [|Uri line|]) => 1;
            }
            """
        );

    [Fact]
    public async Task Each_of_collections_and_streams_is_right() =>
        await RuleAssert.IsSilentAsync(
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial int[] Run(List<Uri> lines);

                public static partial long[] Again(Uri[][] pages);

                public static partial ValueTask<short[]> LastAsync(IAsyncEnumerable<Uri> lines);

                [Stage] static int Measure([Each] Uri line) => 1;

                [Stage] static long Weigh([Each(Flatten = true)] Uri line) => 1;

                [Stage] static short Check([Each] Uri line) => 1;
            }
            """
        );

    [Fact]
    public async Task One_result_of_many_is_reported_at_the_parameter() =>
        await RuleAssert.ReportsAsync(
            "SLU0033",
            "One 'int' is needed for parameter 'length' of stage 'Double', but stage "
                + "'Measure' runs for each element and produces several. Take 'IReadOnlyList<int>', or mark the parameter with [Each].",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial long Run(string[] words);

                [Stage] static int Measure([Each] string word) => 1;

                [Stage] static long Double([|int length|]) => 1;
            }
            """
        );

    [Fact]
    public async Task One_result_beside_other_elements_can_only_be_a_list() =>
        await RuleAssert.ReportsAsync(
            "SLU0033",
            "One 'int' is needed for parameter 'length' of stage 'Double', but stage "
                + "'Measure' runs for each element and produces several. Take 'IReadOnlyList<int>'.",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial long[] Run(string[] words);

                [Stage] static int Measure([Each] string word) => 1;

                [Stage] static long Double([Each] string word, [|int length|]) => 1;
            }
            """
        );

    [Fact]
    public async Task One_result_of_many_as_the_output_is_reported_at_the_entry_point() =>
        await RuleAssert.ReportsAsync(
            "SLU0033",
            "One 'int' is needed for the output of entry point 'Run', but stage "
                + "'Measure' runs for each element and produces several. Declare it as 'IReadOnlyList<int>'.",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial int [|Run|](string[] words);

                [Stage] static int Measure([Each] string word) => 1;
            }
            """
        );

    [Fact]
    public async Task All_results_or_each_of_them_are_right() =>
        await RuleAssert.IsSilentAsync(
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial (long, short[]) Run(string[] words);

                [Stage] static int Measure([Each] string word) => 1;

                [Stage] static long Sum(IReadOnlyCollection<int> lengths) => lengths.Sum();

                [Stage] static short Half([Each] int length) => 1;
            }
            """
        );

    [Fact]
    public async Task A_stream_that_several_take_is_reported_at_its_producer() =>
        await RuleAssert.ReportsAsync(
            "SLU0034",
            "The stream 'IAsyncEnumerable<Uri>' of stage 'Read' can be read only once, but parameter 'line' of "
                + "stage 'Print' and the output of entry point 'Run' take it. Let only one of them take it, or "
                + "collect its items in a stage first.",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial IAsyncEnumerable<Uri> Run(string text);

                [Stage] static IAsyncEnumerable<Uri> [|Read|](string text) => null!;

                [Stage] static Task PrintAsync([Each] Uri line) => Task.CompletedTask;
            }
            """
        );

    [Fact]
    public async Task A_stream_that_several_take_is_reported_once_however_many_entry_points_run_it() =>
        await RuleAssert.ReportsAsync(
            "SLU0034",
            "The stream 'IAsyncEnumerable<Uri>' of stage 'Read' can be read only once, but parameter 'line' of "
                + "stage 'Print' and the output of entry point 'Run' take it. Let only one of them take it, or "
                + "collect its items in a stage first.",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial IAsyncEnumerable<Uri> Run(string text);

                public static partial IAsyncEnumerable<Uri> Again(string text);

                [Stage] static IAsyncEnumerable<Uri> [|Read|](string text) => null!;

                [Stage] static Task PrintAsync([Each] Uri line) => Task.CompletedTask;
            }
            """
        );

    [Fact]
    public async Task A_stream_that_one_takes_in_each_entry_point_is_right() =>
        await RuleAssert.IsSilentAsync(
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial IAsyncEnumerable<Uri> Run(string text);

                public static partial ValueTask<int[]> CountAsync(string text);

                [Stage] static IAsyncEnumerable<Uri> Read(string text) => null!;

                [Stage] static int Count([Each] Uri line) => 1;
            }
            """
        );

    [Fact]
    public async Task A_buffer_of_what_is_no_stream_is_reported_at_the_parameter() =>
        await RuleAssert.ReportsAsync(
            "SLU0035",
            "[Buffer] on parameter 'lines' of stage 'Print' cannot be used: only a stream can be buffered, but "
                + "'string[]' is not a stream: take an 'IAsyncEnumerable<T>', or remove [Buffer]",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial void Run(string[] lines);

                [Stage] static void Print([Buffer(16)] [|string[] lines|]) { }
            }
            """
        );

    [Fact]
    public async Task A_buffer_that_holds_nothing_is_an_error() =>
        await RuleAssert.ReportsAsync(
            "SLU0035",
            "[Buffer] on parameter 'lines' of stage 'Print' cannot be used: its capacity is less than 1: let "
                + "it hold at least one item",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial ValueTask RunAsync(IAsyncEnumerable<Uri> lines);

                [Stage] static Task PrintAsync([Buffer(0)] [|IAsyncEnumerable<Uri> lines|]) => Task.CompletedTask;
            }
            """
        );

    [Fact]
    public async Task A_second_collection_is_an_error() =>
        await RuleAssert.ReportsAsync(
            "SLU0035",
            "[Each] on parameter 'page' of stage 'Print' cannot be used: the stage already enumerates another collection: join the two in "
                + "a separate stage, and take the elements of its result",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial void Run(string[] lines, Uri[] pages);

                [Stage] static void Print([Each] string line, [Each] [|Uri page|]) { }
            }
            """
        );

    [Fact]
    public async Task Each_on_an_input_is_an_error() =>
        await RuleAssert.ReportsAsync(
            "SLU0044",
            "[Each] on parameter 'lines' of 'Run' has no effect because the caller provides the value of an input. Put the attribute on the "
                + "parameter of the stage that takes the input, or remove it.",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial void Run([[|Each|]] string[] lines);

                [Stage] static void Print([Each] string line) { }
            }
            """
        );

    [Fact]
    public async Task A_buffered_stream_is_right() =>
        await RuleAssert.IsSilentAsync(
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial ValueTask RunAsync(IAsyncEnumerable<Uri> lines);

                [Stage] static Task PrintAsync([Buffer(8)] IAsyncEnumerable<Uri> lines) => Task.CompletedTask;
            }
            """
        );

    [Fact]
    public async Task Results_in_several_forms_are_reported_at_the_stage() =>
        await RuleAssert.ReportsAsync(
            "SLU0036",
            "Stage 'Measure' runs for each element, and its results are taken in several forms: parameter "
                + "'lengths' of stage 'Count' takes 'IReadOnlyList<Outcome<int>>' and output 'all' of entry point "
                + "'Run' takes 'int[]'. Let all take them in one form.",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial (int[] all, long failures) Run(string[] words);

                [Stage] static int [|Measure|]([Each] string word) => 1;

                [Stage] static long Count(IReadOnlyList<Outcome<int>> lengths) => 1;
            }
            """
        );

    [Fact]
    public async Task Results_in_several_forms_are_reported_once_however_many_entry_points_take_them() =>
        await RuleAssert.ReportsAsync(
            "SLU0036",
            "Stage 'Measure' runs for each element, and its results are taken in several forms: parameter "
                + "'lengths' of stage 'Count' takes 'IReadOnlyList<Outcome<int>>' and output 'all' of entry point "
                + "'Run' takes 'int[]'. Let all take them in one form.",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial (int[] all, long failures) Run(string[] words);

                public static partial (int[] values, long failures) Again(string[] words);

                [Stage] static int [|Measure|]([Each] string word) => 1;

                [Stage] static long Count(IReadOnlyList<Outcome<int>> lengths) => 1;
            }
            """
        );

    [Fact]
    public async Task Results_in_one_form_are_right() =>
        await RuleAssert.IsSilentAsync(
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial (IReadOnlyList<Outcome<int>>, long) Run(string[] words);

                [Stage] static int Measure([Each] string word) => 1;

                [Stage] static long Count(Outcome<int>[] lengths) => 1;
            }
            """
        );

    [Fact]
    public async Task A_collection_that_may_be_null_has_no_elements_to_take() =>
        await RuleAssert.ReportsAsync(
            "SLU0021",
            "A value that may be null goes from stage 'Read' to parameter 'line' of stage 'Measure', which takes "
                + "the elements of 'IReadOnlyList<Uri>'. Let the producer provide an empty collection instead of null.",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial int[] Run(string text);

                [Stage] static Uri[]? Read(string text) => null;

                [Stage] static int Measure([Each] [|Uri line|]) => 1;
            }
            """
        );
}
