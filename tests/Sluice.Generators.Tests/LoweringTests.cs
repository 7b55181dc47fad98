using Sluice.Generators.Tests.Harness;

namespace Sluice.Generators.Tests;

public sealed class LoweringTests
{
    [Fact]
    public void Synchronous_stages_become_a_straight_line() =>
        Snapshot.Verify(
            GeneratorHarness
                .Run(
                    """
                    namespace Shop;

                    [Pipeline]
                    public sealed partial class Checkout
                    {
                        public partial Receipt Run(Order order);

                        [Stage] private static Cart Parse(Order order) => new(order);
                        [Stage] private static Stock Reserve(Cart cart) => new(cart);
                        [Stage] private static Quote Price(Cart cart) => new(cart);
                        [Stage] private static Receipt Close(Stock stock, Quote quote) => new(stock, quote);
                    }
                    """
                )
                .Text
        );

    [Fact]
    public void Asynchronous_stages_that_cannot_overlap_run_in_sequence() =>
        Snapshot.Verify(
            GeneratorHarness
                .Run(
                    """
                    namespace Shop;

                    [Pipeline]
                    public sealed partial class Checkout
                    {
                        public partial ValueTask<Quote> RunAsync(Order order, CancellationToken cancellationToken = default);

                        [Stage] private ValueTask<Cart> ParseAsync(Order order) => new(new Cart(order));
                        [Stage] private async Task<Stock> ReserveAsync(Cart cart, CancellationToken cancellationToken)
                        {
                            await Task.Delay(1, cancellationToken);
                            return new Stock(cart);
                        }
                        [Stage] private Quote Price(Stock stock) => new(stock.Cart);
                    }
                    """
                )
                .Text
        );

    [Fact]
    public void Asynchronous_stages_of_a_diamond_run_concurrently() =>
        Snapshot.Verify(
            GeneratorHarness
                .Run(
                    """
                    namespace Shop;

                    [Pipeline]
                    public sealed partial class Checkout
                    {
                        public partial ValueTask<Receipt> RunAsync(Order order, CancellationToken cancellationToken = default);

                        [Stage] private static Cart Parse(Order order) => new(order);
                        [Stage] private ValueTask<Stock> ReserveAsync(Cart cart, CancellationToken token) => new(new Stock(cart));
                        [Stage] private async Task<Quote> PriceAsync(Cart cart)
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
    public void An_offloaded_stage_runs_on_the_thread_pool() =>
        Snapshot.Verify(
            GeneratorHarness
                .Run(
                    """
                    namespace Shop;

                    [Pipeline]
                    public sealed partial class Checkout
                    {
                        public partial Task<Receipt> RunAsync(Cart cart);

                        [Stage, Offload] private static Stock Reserve(Cart cart) => new(cart);
                        [Stage, Offload] private static Quote Price(Cart cart) => new(cart);
                        [Stage] private static Receipt Close(Stock stock, Quote quote) => new(stock, quote);
                    }
                    """
                )
                .Text
        );

    [Fact]
    public void Effects_run_with_what_they_need() =>
        Snapshot.Verify(
            GeneratorHarness
                .Run(
                    """
                    namespace Shop;

                    [Pipeline]
                    public sealed partial class Checkout
                    {
                        public partial Stock Run(Order order);
                        public partial ValueTask AuditAsync(Cart cart);

                        [Stage] private static Cart Parse(Order order) => new(order);
                        [Stage] private static Stock Reserve(Cart cart) => new(cart);
                        [Stage(Only = [nameof(Run)])] private void Log(Cart cart) { }
                        [Stage(Only = [nameof(AuditAsync)])] private ValueTask SendAsync(Cart cart) => default;
                        [Stage(Only = [nameof(AuditAsync)])] private Task StoreAsync(Cart cart) => Task.CompletedTask;
                    }
                    """
                )
                .Text
        );

    [Fact]
    public void After_orders_without_data() =>
        Snapshot.Verify(
            GeneratorHarness
                .Run(
                    """
                    namespace Shop;

                    [Pipeline]
                    public sealed partial class Checkout
                    {
                        public partial Stock Run(Order order);

                        [Stage] private static Cart Parse(Order order) => new(order);
                        [Stage, After(nameof(Announce))] private static Stock Reserve(Cart cart) => new(cart);
                        [Stage] private static void Announce(Order order) { }
                    }
                    """
                )
                .Text
        );

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_pipeline_of_two_hundred_stages_compiles(bool isAsynchronous)
    {
        var stages = Enumerable
            .Range(0, 200)
            .Select(index =>
                isAsynchronous
                    ? $"[Stage] private ValueTask<V{index + 1}> S{index}Async(V{index / 2} value) => new(new V{index + 1}());"
                    : $"[Stage] private V{index + 1} S{index}(V{index / 2} value) => new V{index + 1}();"
            );
        var values = Enumerable.Range(0, 201).Select(index => $"public sealed record V{index};");
        var leaves = Enumerable.Range(100, 100).Select(index => $"V{index + 1} v{index}");
        var name = isAsynchronous ? "RunAsync" : "Run";
        var run = GeneratorHarness.Run(
            $$"""
            namespace Large;

            {{string.Join('\n', values)}}

            public sealed record All;

            [Pipeline]
            public sealed partial class Wide
            {
                public partial {{(isAsynchronous ? "ValueTask<All>" : "All")}} {{name}}(V0 start);

                {{string.Join('\n', stages)}}

                [Stage] private All Gather({{string.Join(", ", leaves)}}) => new All();
            }
            """
        );

        Assert.Contains("S199", run.Text, StringComparison.Ordinal);
    }
}
