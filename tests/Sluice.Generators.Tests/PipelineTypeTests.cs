using Sluice.Generators.Tests.Harness;

namespace Sluice.Generators.Tests;

public sealed class PipelineTypeTests
{
    [Fact]
    public void A_generic_pipeline_repeats_its_type_parameters() =>
        Snapshot.Verify(
            GeneratorHarness
                .Run(
                    """
                    namespace Shop;

                    [Pipeline]
                    public sealed partial class Convert<TIn, TOut>(Func<TIn, TOut> convert)
                        where TIn : notnull
                        where TOut : class, new()
                    {
                        public partial ValueTask<TOut[]> RunAsync(TIn value, CancellationToken cancellationToken = default);

                        [Stage] private async Task<TOut> ConvertAsync(TIn value, CancellationToken token)
                        {
                            await Task.Delay(1, token);
                            return convert(value);
                        }
                        [Stage] private TOut[] Wrap(TOut value) => [value];
                    }
                    """
                )
                .Text
        );

    [Fact]
    public void A_nested_pipeline_type_reopens_what_contains_it() =>
        Snapshot.Verify(
            GeneratorHarness
                .Run(
                    """
                    namespace Shop;

                    public static partial class Outer
                    {
                        internal partial record struct Middle<T>
                        {
                            [Pipeline]
                            internal sealed partial class Inner
                            {
                                internal partial T[] Run(T value);

                                [Stage] private static T[] Wrap(T value) => [value];
                            }
                        }
                    }
                    """
                )
                .Text
        );

    [Fact]
    public void A_record_may_be_a_pipeline() =>
        Snapshot.Verify(
            GeneratorHarness
                .Run(
                    """
                    namespace Shop;

                    [Pipeline]
                    public sealed partial record class Checkout(int Factor)
                    {
                        public partial int Run(Order order);

                        [Stage] private int Multiply(Order order) => Factor * order.Id;
                    }
                    """
                )
                .Text
        );

    [Fact]
    public void A_static_class_may_be_a_pipeline() =>
        Snapshot.Verify(
            GeneratorHarness
                .Run(
                    """
                    namespace Shop;

                    [Pipeline]
                    public static partial class Checkout
                    {
                        public static partial Task<Receipt> RunAsync(Cart cart);

                        [Stage] private static async Task<Stock> ReserveAsync(Cart cart)
                        {
                            await Task.Yield();
                            return new Stock(cart);
                        }
                        [Stage] private static async ValueTask<Quote> PriceAsync(Cart cart)
                        {
                            await Task.Yield();
                            return new Quote(cart);
                        }
                        [Stage] private static Receipt Close(Stock stock, Quote quote) => new(stock, quote);
                    }
                    """
                )
                .Text
        );

    [Fact]
    public void A_pipeline_may_be_in_the_global_namespace() =>
        Snapshot.Verify(
            GeneratorHarness
                .Run(
                    """
                    [Pipeline]
                    public sealed partial class Lengths
                    {
                        public partial int Run(string text);

                        [Stage] private static int Length(string text) => text.Length;
                    }
                    """
                )
                .Text
        );

    [Fact]
    public void A_pipeline_may_be_spread_over_files() =>
        Snapshot.Verify(
            GeneratorHarness
                .Run(
                    """
                    namespace Shop;

                    [Pipeline]
                    public sealed partial class Checkout
                    {
                        public partial Quote Run(Order order);
                    }
                    """,
                    """
                    namespace Shop;

                    public sealed partial class Checkout
                    {
                        [Stage] private static Cart Parse(Order order) => new(order);
                    }
                    """,
                    """
                    namespace Shop
                    {
                        partial class Checkout
                        {
                            public partial Task<Quote> RunAsync(Order order);

                            [Stage] private static Quote Price(Cart cart) => new(cart);
                        }
                    }
                    """
                )
                .Text
        );

    [Fact]
    public void Names_may_be_keywords_or_of_any_alphabet() =>
        Snapshot.Verify(
            GeneratorHarness
                .Run(
                    """
                    namespace @namespace.Größe;

                    public sealed record @event(string @string);

                    public sealed record 大きさ(int 数);

                    [Pipeline]
                    public sealed partial class @class([Stages] @class.@static @switch)
                    {
                        public partial ValueTask<long> @new(@event @event, CancellationToken @default = default);

                        [Stage] private static ValueTask<int> @int(@event @event) => new(@event.@string.Length);
                        [Stage] private static async Task<大きさ> 測るAsync(@event @event, CancellationToken @in)
                        {
                            await Task.Delay(1, @in);
                            return new 大きさ(@event.@string.Length);
                        }
                        [Stage] private static void @void(@event @this) { }

                        public sealed class @static
                        {
                            [Stage] public long @long(int @ref, 大きさ ñandú) => @ref + ñandú.数;
                        }
                    }
                    """
                )
                .Text
        );

    [Fact]
    public void A_users_own_members_keep_their_names() =>
        Snapshot.Verify(
            GeneratorHarness
                .Run(
                    """
                    namespace Shop;

                    [Pipeline]
                    public sealed partial class Checkout([Stages] Checkout.Source source)
                    {
                        public int Graph => 3;

                        public partial ValueTask<Receipt> RunAsync(Cart run, CancellationToken state = default);

                        private sealed class Run;

                        private sealed class RunAsyncRun;

                        [Stage] private static async Task<Stock> ReserveAsync(Cart cart)
                        {
                            await Task.Yield();
                            return new Stock(cart);
                        }
                        [Stage] private static Receipt Close(Stock stock, Quote quote) => new(stock, quote);

                        public sealed class Source
                        {
                            [Stage] public async Task<Quote> PriceAsync(Cart cart)
                            {
                                await Task.Yield();
                                return new Quote(cart);
                            }
                        }
                    }
                    """
                )
                .Text
        );

    [Fact]
    public void A_file_without_pipelines_gets_nothing()
    {
        var input = new GeneratorInput("public sealed class Plain;");
        var driver = CompilationFactory.CreateDriver(input).RunGenerators(CompilationFactory.Compile(input));

        Assert.Empty(driver.GetRunResult().Results.Single().GeneratedSources);
    }
}
