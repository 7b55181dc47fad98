using Sluice.Generators.Tests.Harness;

namespace Sluice.Generators.Tests;

public sealed class StageSourceTests
{
    [Fact]
    public void Stages_come_from_fields_properties_and_parameters() =>
        Snapshot.Verify(
            GeneratorHarness
                .Run(
                    """
                    namespace Shop;

                    public sealed class Parsing
                    {
                        [Stage] public Cart Parse(Order order) => new(order);
                    }

                    public sealed class Warehouse
                    {
                        [Stage] public Task<Stock> ReserveAsync(Cart cart, CancellationToken token) => Task.FromResult(new Stock(cart));
                    }

                    public sealed class Pricing
                    {
                        [Stage] internal Quote Price(Cart cart) => new(cart);
                    }

                    [Pipeline]
                    public sealed partial class Checkout([Stages] Pricing pricing)
                    {
                        [Stages] private readonly Parsing _parsing = new();

                        [Stages] private Warehouse Warehouse { get; } = new();

                        public partial ValueTask<Receipt> RunAsync(Order order);

                        [Stage] private static Receipt Close(Stock stock, Quote quote) => new(stock, quote);
                    }
                    """
                )
                .Text
        );

    [Fact]
    public void Stages_come_from_a_static_class() =>
        Snapshot.Verify(
            GeneratorHarness
                .Run(
                    """
                    namespace Shop;

                    public static class Pricing
                    {
                        [Stage] public static Cart Parse(Order order) => new(order);
                        [Stage] public static Quote Price(Cart cart) => new(cart);
                    }

                    [Pipeline, Stages(typeof(Pricing))]
                    public static partial class Checkout
                    {
                        public static partial Quote Run(Order order);
                    }
                    """
                )
                .Text
        );

    [Fact]
    public void Stages_come_from_an_interface() =>
        Snapshot.Verify(
            GeneratorHarness
                .Run(
                    """
                    namespace Shop;

                    public interface IPricing
                    {
                        [Stage] Cart Parse(Order order);
                        [Stage] ValueTask<Quote> PriceAsync(Cart cart, CancellationToken cancellationToken = default);
                    }

                    [Pipeline]
                    public sealed partial class Checkout([Stages] IPricing pricing)
                    {
                        public partial ValueTask<Quote> RunAsync(Order order, CancellationToken cancellationToken);
                    }
                    """
                )
                .Text
        );

    [Fact]
    public void A_nested_pipeline_gives_its_entry_points() =>
        Snapshot.Verify(
            GeneratorHarness
                .Run(
                    """
                    namespace Shop;

                    [Pipeline]
                    public sealed partial class Pricing
                    {
                        public partial ValueTask<Quote> PriceAsync(Order order, CancellationToken cancellationToken = default);

                        [Stage] private static ValueTask<Cart> ParseAsync(Order order) => new(new Cart(order));
                        [Stage] private static Quote MakeQuote(Cart cart) => new(cart);
                    }

                    [Pipeline]
                    public sealed partial class Checkout([Stages] Pricing pricing)
                    {
                        public partial ValueTask<string> RunAsync(Order order, CancellationToken cancellationToken = default);

                        [Stage] private static string Print(Quote quote) => quote.ToString();
                    }
                    """
                )
                .Text
        );

    [Fact]
    public void Stages_are_inherited_and_the_override_wins() =>
        Snapshot.Verify(
            GeneratorHarness
                .Run(
                    """
                    namespace Shop;

                    public abstract class Base
                    {
                        [Stage] protected static Cart Parse(Order order) => new(order);
                        [Stage] protected virtual Quote Price(Cart cart) => new(cart);
                        [Stage] protected abstract Stock Reserve(Cart cart);
                    }

                    [Pipeline]
                    public sealed partial class Checkout : Base
                    {
                        public partial Receipt Run(Order order);

                        protected override Quote Price(Cart cart) => new(cart);
                        protected override Stock Reserve(Cart cart) => new(cart);
                        [Stage] private static Receipt Close(Stock stock, Quote quote) => new(stock, quote);
                    }
                    """
                )
                .Text
        );

    [Fact]
    public void Two_sources_of_one_type_are_told_apart_by_member() =>
        Snapshot.Verify(
            GeneratorHarness
                .Run(
                    """
                    namespace Shop;

                    public sealed class Counter(int start)
                    {
                        [Stage] public int Count(Order order) => start + order.Id;
                    }

                    [Pipeline]
                    public sealed partial class Sum
                    {
                        [Stages] private readonly Counter _left = new(1);
                        [Stages] private readonly Counter _right = new(2);

                        public partial string Run(Order order);

                        [Stage] private static string Print([From("_left.Count")] int left, [From("_right.Count")] int right) => $"{left} {right}";
                    }
                    """
                )
                .Text
        );

    [Fact]
    public void Stages_come_from_another_assembly()
    {
        var library = CompilationFactory.Compile(
            new GeneratorInput(
                """
                namespace Library;

                public sealed record Word(string Text);

                public sealed class Reading
                {
                    [Stage] public ValueTask<Word> ReadAsync(string text, CancellationToken token) => new(new Word(text));
                }

                public static class Counting
                {
                    [Stage] public static int Count(Word word) => word.Text.Length;
                }
                """
            ),
            "Library"
        );
        var run = GeneratorHarness.Run(
            new GeneratorInput(
                """
                namespace User;

                [Pipeline, Stages(typeof(Library.Counting))]
                public sealed partial class Words([Stages] Library.Reading reading)
                {
                    public partial Task<int> RunAsync(string text);
                }
                """
            )
            {
                References = [library.EmitToReference()],
            }
        );

        Snapshot.Verify(run.Text);
    }

    [Fact]
    public void A_pipeline_of_another_assembly_nests()
    {
        var library = GeneratorHarness.Run(
            new GeneratorInput(
                """
                namespace Library;

                [Pipeline]
                public sealed partial class Counting
                {
                    public partial ValueTask<int> CountAsync(string text);

                    [Stage] private static ValueTask<int> LengthAsync(string text) => new(text.Length);
                }
                """
            )
        );
        var run = GeneratorHarness.Run(
            new GeneratorInput(
                """
                namespace User;

                [Pipeline]
                public sealed partial class Words([Stages] Library.Counting counting)
                {
                    public partial Task<long> RunAsync(string text);

                    [Stage] private static long Double(int count) => 2L * count;
                }
                """
            )
            {
                References = [library.Output.EmitToReference("Library")],
            }
        );

        Snapshot.Verify(run.Text);
    }

    [Fact]
    public void A_stage_is_called_and_not_the_overload_that_takes_less()
    {
        var run = GeneratorHarness.Run(
            """
            namespace Shop;

            [Pipeline]
            public sealed partial class Counter
            {
                public partial string Run(string text);

                [Stage] private static int Count(string text, int? more = 3, Uri? tag = null) => text.Length + more!.Value;
                private static int Count(string text) => 0;
                private static int Count(string text, long more) => 0;

                [Stage] private static string Print(int count) => $"{count}";
            }
            """
        );
        var counter = run.Output.Load().Assembly.GetType("Shop.Counter", throwOnError: true)!;

        Assert.Equal("7", counter.GetMethod("Run")!.Invoke(Activator.CreateInstance(counter), ["four"]));
    }
}
