using Sluice.Generators.Tests.Harness;

namespace Sluice.Generators.Tests;

public sealed class BindingTests
{
    [Fact]
    public void From_names_the_producer() =>
        Snapshot.Verify(
            GeneratorHarness
                .Run(
                    """
                    namespace Shop;

                    [Pipeline]
                    public sealed partial class Names
                    {
                        [return: From(nameof(Join))]
                        public partial string Run(string first, string last);

                        [Stage] private static string Upper([From("last")] string text) => text.ToUpperInvariant();
                        [Stage] private static string Join([From("first")] string a, [From(nameof(Upper))] string b) => a + b;
                    }
                    """
                )
                .Text
        );

    [Fact]
    public void A_conversion_is_written_out_so_that_no_other_overload_is_called()
    {
        var text = GeneratorHarness
            .Run(
                """
                namespace Shop;

                [Pipeline]
                public sealed partial class Overloads
                {
                    public partial string Run(Version version);

                    [Stage] private static string Text(object value) => "stage";
                    private static string Text(Version value) => "no stage";
                }

                [Pipeline]
                public sealed partial class Dynamic
                {
                    public partial string Run(dynamic value);

                    [Stage] private static string Text([From("value")] dynamic value) => "stage";
                    private static string Text(int value) => "no stage";
                }
                """
            )
            .Result.GeneratedSources.Select(source => source.SourceText.ToString())
            .ToArray();
        Assert.Contains("Text((object)version!)", string.Concat(text), StringComparison.Ordinal);
        Assert.Contains("Text((object)value)", string.Concat(text), StringComparison.Ordinal);
    }

    [Fact]
    public void A_parameters_name_chooses_among_producers_of_one_type() =>
        Snapshot.Verify(
            GeneratorHarness
                .Run(
                    """
                    namespace Shop;

                    [Pipeline]
                    public sealed partial class Sum
                    {
                        public partial long Run(string text);

                        [Stage] private static int Length(string text) => text.Length;
                        [Stage] private static int Words(string text) => text.Split(' ').Length;
                        [Stage] private static long Total(int words, int length) => words + length;
                    }
                    """
                )
                .Text
        );

    [Fact]
    public void A_conversion_or_a_default_value_is_used_where_no_type_is_the_same() =>
        Snapshot.Verify(
            GeneratorHarness
                .Run(
                    """
                    namespace Shop;

                    [Pipeline]
                    public sealed partial class Sum
                    {
                        public partial int Run(List<int> numbers);

                        [Stage] private static int Total(IReadOnlyList<int> numbers, long factor = 3) => numbers.Count * (int)factor;
                    }
                    """
                )
                .Text
        );

    [Fact]
    public void A_stage_may_ask_for_the_token_and_its_context() =>
        Snapshot.Verify(
            GeneratorHarness
                .Run(
                    """
                    namespace Shop;

                    [Pipeline]
                    public sealed partial class Checkout
                    {
                        public partial ValueTask<Receipt> RunAsync(Cart cart, CancellationToken cancellationToken = default);
                        public partial Quote Price(Cart cart);

                        [Stage] private static async Task<Stock> ReserveAsync(Cart cart, StageContext context, CancellationToken token)
                        {
                            await Task.Delay(1, token);
                            return new Stock(cart);
                        }
                        [Stage] private static Quote MakeQuote(StageContext context, Cart cart) => new(cart);
                        [Stage] private static Receipt Close(Stock stock, Quote quote) => new(stock, quote);
                    }
                    """
                )
                .Text
        );

    [Fact]
    public void Values_may_be_of_any_type() =>
        Snapshot.Verify(
            GeneratorHarness
                .Run(
                    """
                    namespace Shop;

                    [Pipeline]
                    public sealed partial class Values
                    {
                        public partial ValueTask<Dictionary<string, (int Count, string? Last)[]>?> RunAsync(int[] numbers, string? text, Guid? id);

                        [Stage] private static (int Count, string? Last) Pair(int[] numbers, string? text) => (numbers.Length, text);
                        [Stage] private static int[][] Rows(int[] numbers) => [numbers];
                        [Stage] private static async Task<int[,]> GridAsync(int[][] rows, Guid? id)
                        {
                            await Task.Yield();
                            return new int[rows.Length, 1];
                        }
                        [Stage] private static ValueTask<Dictionary<string, (int Count, string? Last)[]>?> GatherAsync(int[,] grid, (int, string?) pair) =>
                            new(new Dictionary<string, (int Count, string? Last)[]> { [""] = [pair] });
                    }
                    """
                )
                .Text
        );
}
