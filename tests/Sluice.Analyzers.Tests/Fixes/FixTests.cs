using Sluice.CodeFixes;

namespace Sluice.Analyzers.Tests.Fixes;

/// <summary>The source that the code fixes produce.</summary>
public class FixTests
{
    [Fact]
    public async Task An_output_says_that_it_is_meant_to_be_an_input() =>
        await FixAssert.MendsAsync(
            new ProducerFix(),
            "Take it from 'text'",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial string Run(string text);
            }
            """,
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                [return: From("text")]
                public static partial string Run(string text);
            }
            """
        );

    [Fact]
    public async Task From_names_the_producer_of_a_parameter() =>
        await FixAssert.MendsAsync(
            new ProducerFix(),
            "Take it from 'Net'",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial string Run(string[] order);

                [Stage] static int Net(string[] order) => 1;

                [Stage] static int TaxAsync(string[] order) => 2;

                [Stage] static string Print(int amount, int tax) => "";
            }
            """,
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial string Run(string[] order);

                [Stage] static int Net(string[] order) => 1;

                [Stage] static int TaxAsync(string[] order) => 2;

                [Stage] static string Print([From(nameof(Net))] int amount, int tax) => "";
            }
            """
        );

    [Fact]
    public async Task From_names_a_method_as_it_is_declared() =>
        await FixAssert.MendsAsync(
            new ProducerFix(),
            "Take it from 'Tax'",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial string Run(string[] order);

                [Stage] static int Net(string[] order) => 1;

                [Stage] static int TaxAsync(string[] order) => 2;

                [Stage] static string Print(int amount) => "";
            }
            """,
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial string Run(string[] order);

                [Stage] static int Net(string[] order) => 1;

                [Stage] static int TaxAsync(string[] order) => 2;

                [Stage] static string Print([From(nameof(TaxAsync))] int amount) => "";
            }
            """
        );

    [Fact]
    public async Task From_names_an_input_by_its_text() =>
        await FixAssert.MendsAsync(
            new ProducerFix(),
            "Take it from 'first'",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial string Run(int first, int second);

                [Stage] static string Print(int amount) => "";
            }
            """,
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial string Run(int first, int second);

                [Stage] static string Print([From("first")] int amount) => "";
            }
            """
        );

    [Fact]
    public async Task From_names_a_stage_of_another_type_by_its_text() =>
        await FixAssert.MendsAsync(
            new ProducerFix(),
            "Take it from 'pricing.Net'",
            """
            using Sluice;

            class Pricing
            {
                [Stage] public static int Net(string[] order) => 1;
            }

            [Pipeline]
            partial class P([Stages] Pricing pricing)
            {
                public partial string Run(string[] order);

                [Stage] private int Net(string[] order) => 1;

                [Stage] private string Print(int amount) => "";
            }
            """,
            """
            using Sluice;

            class Pricing
            {
                [Stage] public static int Net(string[] order) => 1;
            }

            [Pipeline]
            partial class P([Stages] Pricing pricing)
            {
                public partial string Run(string[] order);

                [Stage] private int Net(string[] order) => 1;

                [Stage] private string Print([From("pricing.Net")] int amount) => "";
            }
            """
        );

    [Fact]
    public async Task From_names_the_producer_of_the_output() =>
        await FixAssert.MendsAsync(
            new ProducerFix(),
            "Take it from 'Net'",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                /// <summary>Adds up.</summary>
                public static partial int Run(string[] order);

                [Stage] static int Net(string[] order) => 1;

                [Stage] static int TaxAsync(string[] order) => 2;
            }
            """,
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                /// <summary>Adds up.</summary>
                [return: From(nameof(Net))]
                public static partial int Run(string[] order);

                [Stage] static int Net(string[] order) => 1;

                [Stage] static int TaxAsync(string[] order) => 2;
            }
            """
        );

    [Theory]
    [InlineData("Other", "Books")]
    [InlineData("other", "books")]
    public async Task An_element_of_a_tuple_gets_the_name_of_the_member_of_a_pipeline_nested_twice(
        string before,
        string after
    )
    {
        const string Source = """
            using Sluice;

            [Pipeline]
            sealed partial class Shop
            {
                public partial int Sum(string order);

                [Stage] static int Count(string order) => order.Length;
            }

            [Pipeline]
            sealed partial class P([Stages] Shop books)
            {
                [Stages] private readonly Shop _music = new();

                public partial (int #element, int #music) Run(string order);
            }
            """;
        var source = Source.Replace("#music", before == "other" ? "music" : "Music", StringComparison.Ordinal);
        await FixAssert.MendsAsync(
            new ProducerFix(),
            "Take it from 'books.Sum'",
            source.Replace("#element", before, StringComparison.Ordinal),
            source.Replace("#element", after, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_member_that_brings_two_producers_is_named_together_with_the_producer() =>
        await FixAssert.MendsAsync(
            new ProducerFix(),
            "Take it from 'music.Sum'",
            """
            using Sluice;

            [Pipeline]
            sealed partial class Shop
            {
                public partial int Sum(string order);

                public partial int Total(string order);

                [Stage] static int Count(string order) => order.Length;
            }

            [Pipeline]
            sealed partial class P([Stages] Shop books, [Stages] Shop music)
            {
                public partial (int Any, int BooksSum) Run(string order);
            }
            """,
            """
            using Sluice;

            [Pipeline]
            sealed partial class Shop
            {
                public partial int Sum(string order);

                public partial int Total(string order);

                [Stage] static int Count(string order) => order.Length;
            }

            [Pipeline]
            sealed partial class P([Stages] Shop books, [Stages] Shop music)
            {
                public partial (int MusicSum, int BooksSum) Run(string order);
            }
            """
        );

    [Fact]
    public async Task An_element_of_a_tuple_gets_the_name_of_its_producer() =>
        await FixAssert.MendsAsync(
            new ProducerFix(),
            "Take it from 'Net'",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial (int amount, int tax) Run(string[] order);

                [Stage] static int Net(string[] order) => 1;

                [Stage] static int TaxAsync(string[] order) => 2;
            }
            """,
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial (int net, int tax) Run(string[] order);

                [Stage] static int Net(string[] order) => 1;

                [Stage] static int TaxAsync(string[] order) => 2;
            }
            """
        );

    [Fact]
    public async Task Every_producer_is_offered_that_an_element_can_be_named_for() =>
        await FixAssert.OffersAsync(
            new ProducerFix(),
            ["Take it from 'Net'"],
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial (int, int Tax) Run(string[] order);

                [Stage] static int Net(string[] order) => 1;

                [Stage] static int TaxAsync(string[] order) => 2;
            }
            """
        );

    [Fact]
    public async Task All_ambiguities_of_one_producer_are_mended_at_once() =>
        await FixAssert.MendsAllAsync(
            new ProducerFix(),
            "Take it from 'Net'",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial (string, long) Run(string[] order);

                [Stage] static int Net(string[] order) => 1;

                [Stage] static int TaxAsync(string[] order) => 2;

                [Stage] static string Print(int amount) => "";

                [Stage] static long Double(int amount) => 2;
            }
            """,
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial (string, long) Run(string[] order);

                [Stage] static int Net(string[] order) => 1;

                [Stage] static int TaxAsync(string[] order) => 2;

                [Stage] static string Print([From(nameof(Net))] int amount) => "";

                [Stage] static long Double([From(nameof(Net))] int amount) => 2;
            }
            """
        );

    [Fact]
    public async Task A_class_and_those_around_it_become_partial() =>
        await FixAssert.MendsAsync(
            new PartialFix(),
            "Make it partial",
            """
            using Sluice;

            // Contains it.
            class Outer
            {
                internal sealed class Middle
                {
                    [Pipeline]
                    public static class P
                    {
                        public static partial int Run(string text);

                        [Stage] static int Measure(string text) => 1;
                    }
                }
            }
            """,
            """
            using Sluice;

            // Contains it.
            partial class Outer
            {
                internal sealed partial class Middle
                {
                    [Pipeline]
                    public static partial class P
                    {
                        public static partial int Run(string text);

                        [Stage] static int Measure(string text) => 1;
                    }
                }
            }
            """
        );

    [Fact]
    public async Task An_output_becomes_optional_directly() =>
        await FixAssert.MendsAsync(
            new OptionalOutputFix(),
            "Declare it as 'Optional<string>'",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial string Run(int quantity);

                static bool IsLarge(int quantity) => quantity > 100;

                [Stage, When(nameof(IsLarge))] static string Ship(int quantity) => "";
            }
            """,
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial Optional<string> Run(int quantity);

                static bool IsLarge(int quantity) => quantity > 100;

                [Stage, When(nameof(IsLarge))] static string Ship(int quantity) => "";
            }
            """
        );

    [Fact]
    public async Task An_output_becomes_optional_in_a_ValueTask() =>
        await FixAssert.MendsAsync(
            new OptionalOutputFix(),
            "Declare it as 'Optional<string>'",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial ValueTask<string> RunAsync(int quantity);

                static bool IsLarge(int quantity) => quantity > 100;

                [Stage, When(nameof(IsLarge))] static string Ship(int quantity) => "";
            }
            """,
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial ValueTask<Optional<string>> RunAsync(int quantity);

                static bool IsLarge(int quantity) => quantity > 100;

                [Stage, When(nameof(IsLarge))] static string Ship(int quantity) => "";
            }
            """
        );

    [Fact]
    public async Task An_output_becomes_optional_in_a_Task_with_its_namespace() =>
        await FixAssert.MendsAsync(
            new OptionalOutputFix(),
            "Declare it as 'Optional<string>'",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial System.Threading.Tasks.Task<string> RunAsync(int quantity);

                static bool IsLarge(int quantity) => quantity > 100;

                [Stage, When(nameof(IsLarge))] static string Ship(int quantity) => "";
            }
            """,
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial System.Threading.Tasks.Task<Optional<string>> RunAsync(int quantity);

                static bool IsLarge(int quantity) => quantity > 100;

                [Stage, When(nameof(IsLarge))] static string Ship(int quantity) => "";
            }
            """
        );

    [Fact]
    public async Task An_output_becomes_optional_in_a_tuple() =>
        await FixAssert.MendsAsync(
            new OptionalOutputFix(),
            "Declare it as 'Optional<string>'",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial ValueTask<(int Quantity, string Label)> RunAsync(int quantity);

                static bool IsLarge(int quantity) => quantity > 100;

                [Stage, When(nameof(IsLarge))] static string Ship(int quantity) => "";
            }
            """,
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial ValueTask<(int Quantity, Optional<string> Label)> RunAsync(int quantity);

                static bool IsLarge(int quantity) => quantity > 100;

                [Stage, When(nameof(IsLarge))] static string Ship(int quantity) => "";
            }
            """
        );

    [Fact]
    public async Task All_outputs_become_optional_at_once() =>
        await FixAssert.MendsAllAsync(
            new OptionalOutputFix(),
            "Declare it as 'Optional<string>'",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial string Run(int quantity);

                public static partial string Again(int quantity);

                static bool IsLarge(int quantity) => quantity > 100;

                [Stage, When(nameof(IsLarge))] static string Ship(int quantity) => "";
            }
            """,
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial Optional<string> Run(int quantity);

                public static partial Optional<string> Again(int quantity);

                static bool IsLarge(int quantity) => quantity > 100;

                [Stage, When(nameof(IsLarge))] static string Ship(int quantity) => "";
            }
            """
        );

    [Fact]
    public async Task A_stream_has_no_optional_form() =>
        await FixAssert.OffersAsync(
            new OptionalOutputFix(),
            [],
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial IAsyncEnumerable<string> Run(int quantity);

                static bool IsLarge(int quantity) => quantity > 100;

                [Stage, When(nameof(IsLarge))] static IAsyncEnumerable<string> Ship(int quantity) => null!;
            }
            """
        );

    [Fact]
    public async Task Each_is_removed_alone() =>
        await FixAssert.MendsAsync(
            new RemoveEachFix(),
            "Remove [Each]",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial void Run(string text);

                [Stage] static Uri Read(string text) => new(text);

                [Stage] static void Measure([Each] Uri line) { }
            }
            """,
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial void Run(string text);

                [Stage] static Uri Read(string text) => new(text);

                [Stage] static void Measure(Uri line) { }
            }
            """
        );

    [Fact]
    public async Task Each_is_removed_beside_another_attribute() =>
        await FixAssert.MendsAsync(
            new RemoveEachFix(),
            "Remove [Each]",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial void Run(string text);

                [Stage] static Uri Read(string text) => new(text);

                [Stage] static void Measure([Each, From(nameof(Read))] Uri line) { }
            }
            """,
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial void Run(string text);

                [Stage] static Uri Read(string text) => new(text);

                [Stage] static void Measure([From(nameof(Read))] Uri line) { }
            }
            """
        );

    [Fact]
    public async Task Each_is_removed_before_another_list() =>
        await FixAssert.MendsAsync(
            new RemoveEachFix(),
            "Remove [Each]",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial void Run(string text);

                [Stage] static Uri Read(string text) => new(text);

                [Stage] static void Measure([Each] [From(nameof(Read))] Uri line) { }
            }
            """,
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial void Run(string text);

                [Stage] static Uri Read(string text) => new(text);

                [Stage] static void Measure([From(nameof(Read))] Uri line) { }
            }
            """
        );

    [Fact]
    public async Task Each_is_removed_with_arguments() =>
        await FixAssert.MendsAsync(
            new RemoveEachFix(),
            "Remove [Each]",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial void Run(string text);

                [Stage] static Uri Read(string text) => new(text);

                [Stage] static void Measure(string text, [Each(MaxConcurrency = 2)] Uri line) { }
            }
            """,
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial void Run(string text);

                [Stage] static Uri Read(string text) => new(text);

                [Stage] static void Measure(string text, Uri line) { }
            }
            """
        );

    [Fact]
    public async Task Each_of_what_lies_deeper_is_not_removed() =>
        await FixAssert.OffersAsync(
            new RemoveEachFix(),
            [],
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial int[] Run(Uri[][] pages);

                [Stage] static int Measure([Each] Uri line) => 1;
            }
            """
        );

    [Fact]
    public async Task One_of_many_becomes_the_list() =>
        await FixAssert.MendsAsync(
            new SingleResultFix(),
            "Take 'IReadOnlyList<int>'",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial long Run(string[] words);

                [Stage] static int Measure([Each] string word) => 1;

                [Stage] static long Sum(int length) => 1;
            }
            """,
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial long Run(string[] words);

                [Stage] static int Measure([Each] string word) => 1;

                [Stage] static long Sum(IReadOnlyList<int> length) => 1;
            }
            """
        );

    [Fact]
    public async Task One_of_many_becomes_each_of_them() =>
        await FixAssert.MendsAsync(
            new SingleResultFix(),
            "Take one at a time with [Each]",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial void Run(string[] words);

                [Stage] static int Measure([Each] string word) => 1;

                [Stage] static void Print(int length) { }
            }
            """,
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial void Run(string[] words);

                [Stage] static int Measure([Each] string word) => 1;

                [Stage] static void Print([Each] int length) { }
            }
            """
        );

    [Fact]
    public async Task One_of_many_as_the_output_becomes_the_list() =>
        await FixAssert.MendsAsync(
            new SingleResultFix(),
            "Declare it as 'IReadOnlyList<int>'",
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial ValueTask<int> RunAsync(string[] words);

                [Stage] static int Measure([Each] string word) => 1;
            }
            """,
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial ValueTask<IReadOnlyList<int>> RunAsync(string[] words);

                [Stage] static int Measure([Each] string word) => 1;
            }
            """
        );

    [Fact]
    public async Task One_of_many_beside_other_elements_can_only_be_a_list() =>
        await FixAssert.OffersAsync(
            new SingleResultFix(),
            ["Take 'IReadOnlyList<int>'"],
            """
            using Sluice;

            [Pipeline]
            static partial class P
            {
                public static partial long[] Run(string[] words);

                [Stage] static int Measure([Each] string word) => 1;

                [Stage] static long Double([Each] string word, int length) => 1;
            }
            """
        );

    [Fact]
    public async Task Nothing_is_changed_where_another_type_is_taken_in() =>
        await FixAssert.OffersAsync(
            new ProducerFix(),
            [],
            """
            using Sluice;

            class Printing
            {
                [Stage] public static string Print(int amount) => "";
            }

            [Pipeline]
            partial class P([Stages] Printing printing)
            {
                public partial string Run(int first, int second);
            }
            """
        );
}
