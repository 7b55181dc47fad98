using Sluice.Generators.Tests.Harness;

namespace Sluice.Generators.Tests;

public sealed class EntryPointShapeTests
{
    [Theory]
    [InlineData("Synchronous", "partial Quote Run(Order order)")]
    [InlineData("ValueTask", "partial ValueTask<Quote> RunAsync(Order order)")]
    [InlineData("Task", "partial Task<Quote> RunAsync(Order order)")]
    [InlineData("Token", "partial ValueTask<Quote> Run(Order order, CancellationToken cancellationToken = default)")]
    [InlineData("Static", "static partial ValueTask<Quote> RunAsync(Order order)")]
    public void Synchronous_stages_fit_every_shape(string shape, string signature) =>
        Snapshot.Verify(
            GeneratorHarness
                .Run(
                    $$"""
                    namespace Shop;

                    [Pipeline]
                    public sealed partial class Checkout
                    {
                        public {{signature}};

                        [Stage] private static Cart Parse(Order order) => new(order);
                        [Stage] private static Quote Price(Cart cart) => new(cart);
                    }
                    """
                )
                .Text,
            method: $"{nameof(Synchronous_stages_fit_every_shape)}_{shape}"
        );

    [Theory]
    [InlineData("ValueTask", "ValueTask<Quote>")]
    [InlineData("Task", "Task<Quote>")]
    public void Asynchronous_stages_fit_both_tasks(string shape, string returnType) =>
        Snapshot.Verify(
            GeneratorHarness
                .Run(
                    $$"""
                    namespace Shop;

                    [Pipeline]
                    public sealed partial class Checkout
                    {
                        public partial {{returnType}} RunAsync(Order order);

                        [Stage] private static ValueTask<Cart> ParseAsync(Order order) => new(new Cart(order));
                        [Stage] private static Quote Price(Cart cart) => new(cart);
                    }
                    """
                )
                .Text,
            method: $"{nameof(Asynchronous_stages_fit_both_tasks)}_{shape}"
        );

    [Fact]
    public void An_entry_point_without_output_runs_effects_whatever_it_returns() =>
        Snapshot.Verify(
            GeneratorHarness
                .Run(
                    """
                    namespace Shop;

                    [Pipeline]
                    public sealed partial class Audit
                    {
                        public partial void Now(Order order);
                        public partial Task SoonAsync(Order order);
                        public partial ValueTask LaterAsync(Cart cart, CancellationToken cancellationToken);

                        [Stage] private static void Log(Order order) { }
                        [Stage] private static ValueTask StoreAsync(Cart cart, CancellationToken token) => default;
                    }
                    """
                )
                .Text
        );

    [Fact]
    public void A_tuple_has_several_outputs() =>
        Snapshot.Verify(
            GeneratorHarness
                .Run(
                    """
                    namespace Shop;

                    [Pipeline]
                    public sealed partial class Checkout
                    {
                        public partial ValueTask<(Stock Stock, Quote Quote, int First, int Second)> RunAsync(Cart cart);
                        public partial (Quote, Cart cart) Price(Cart cart);

                        [Stage] private static async Task<Stock> ReserveAsync(Cart cart)
                        {
                            await Task.Yield();
                            return new Stock(cart);
                        }
                        [Stage] private static Quote MakeQuote(Cart cart) => new(cart);
                        [Stage] private static int First(Cart cart) => 1;
                        [Stage] private static int Second(Cart cart) => 2;
                    }
                    """
                )
                .Text
        );

    [Fact]
    public void Entry_points_may_be_several_and_overloaded() =>
        Snapshot.Verify(
            GeneratorHarness
                .Run(
                    """
                    namespace Shop;

                    public interface IPricing
                    {
                        Quote Run(Order order);
                    }

                    [Pipeline]
                    internal sealed partial class Checkout : IPricing
                    {
                        public partial Quote Run(Order order);
                        public partial Quote Run(Cart cart);
                        internal partial Task<Quote> RunAsync(Order order);
                        private partial Cart Read(Order order);

                        [Stage] private static Cart Parse(Order order) => new(order);
                        [Stage] private static Quote Price(Cart cart) => new(cart);
                    }
                    """
                )
                .Text
        );

    [Fact]
    public void An_input_may_be_the_output() =>
        Snapshot.Verify(
            GeneratorHarness
                .Run(
                    """
                    namespace Shop;

                    [Pipeline]
                    public sealed partial class Watch
                    {
                        public partial Order Run(Order order);

                        [Stage] private static void Log(Order order) { }
                    }
                    """
                )
                .Text
        );

    [Fact]
    public void The_users_documentation_is_left_alone() =>
        Snapshot.Verify(
            GeneratorHarness
                .Run(
                    """
                    namespace Shop;

                    /// <summary>Sells.</summary>
                    [Pipeline]
                    public sealed partial class Checkout
                    {
                        /// <summary>Makes a quote.</summary>
                        /// <param name="order">What is wanted.</param>
                        /// <returns>The price.</returns>
                        public partial Quote Run(Order order);

                        [Stage] private static Cart Parse(Order order) => new(order);
                        [Stage] private static Quote Price(Cart cart) => new(cart);
                    }
                    """
                )
                .Text
        );
}
