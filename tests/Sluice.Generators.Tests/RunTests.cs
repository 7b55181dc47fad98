using System.Runtime.CompilerServices;
using Sluice.Generators.Tests.Harness;

namespace Sluice.Generators.Tests;

/// <summary>Emitted code for runs that repeat stages, compensate stages, dispose values, or are observed.</summary>
public sealed class RunTests
{
    [Fact]
    public void A_guard_has_stages_run_again() =>
        Verify(
            """
            [Pipeline]
            public sealed partial class Checkout
            {
                public partial Receipt Run(Order order, CancellationToken cancellationToken = default);
                public partial ValueTask<Receipt> RunAsync(Order order);

                [Stage, Retry(2)] private static Cart Parse(Order order, StageContext context) => new(order);
                [Stage] private static Stock Reserve(Cart cart) => new(cart);
                [Stage] private static Quote Price(Cart cart) => new(cart);
                [Stage, Guard(Retry = nameof(Parse), Attempts = 4, Timeout = "00:00:10")] private static bool IsFair(Quote quote) => true;
                [Stage] private static Receipt Close(Stock stock, Quote quote) => new(stock, quote);
            }
            """
        );

    [Fact]
    public void What_was_made_is_undone_and_disposed_of() =>
        Verify(
            """
            public sealed class Connection : IDisposable { public void Dispose() { } }

            [Pipeline]
            public sealed partial class Checkout
            {
                public partial Receipt Run(Order order);
                public partial ValueTask<(Connection Connection, Receipt Receipt)> RunAsync(Order order, CancellationToken cancellationToken);

                [Stage(Dispose = true)] private static Connection Connect(Order order) => new();
                [Stage] private static Cart Parse(Order order) => new(order);
                [Stage, Compensate(nameof(Release))] private static Stock Reserve(Cart cart, Connection connection) => new(cart);
                private static void Release(Stock stock) { }
                [Stage] private static Quote Price(Cart cart) => new(cart);
                [Stage] private static Receipt Close(Stock stock, Quote quote) => new(stock, quote);
            }
            """
        );

    [Fact]
    public void An_observed_run_tells_what_happens() =>
        Verify(
            """
            [Pipeline]
            public static partial class Checkout
            {
                public static partial ValueTask<Receipt> RunAsync<TObserver>(Order order, TObserver observer, RunContext? context, CancellationToken token)
                    where TObserver : struct, IRunObserver;

                [Stage] private static Cart Parse(Order order) => new(order);
                [Stage] private static async ValueTask<Stock> ReserveAsync(Cart cart) { await Task.Yield(); return new Stock(cart); }
                [Stage] private static async ValueTask<Quote> PriceAsync(Cart cart) { await Task.Yield(); return new Quote(cart); }
                [Stage] private static Receipt Close(Stock stock, Quote quote) => new(stock, quote);
            }
            """
        );

    [Fact]
    public void Telemetry_is_asked_for_once_in_a_run() =>
        Verify(
            """
            [Pipeline, Telemetry]
            public static partial class Checkout
            {
                public static partial Cart Run(Order order);

                [Stage] private static Cart Parse(Order order) => new(order);
            }
            """
        );

    private static void Verify(string pipeline, [CallerMemberName] string test = "") =>
        Snapshot.Verify(GeneratorHarness.Run("namespace Shop;\n\n" + pipeline).Text, method: test);
}
