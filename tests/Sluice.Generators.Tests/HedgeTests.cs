using System.Runtime.CompilerServices;
using Sluice.Generators.Tests.Harness;

namespace Sluice.Generators.Tests;

public sealed class HedgeTests
{
    [Fact]
    public void A_second_attempt_starts_while_the_first_is_under_way() =>
        Verify(
            """
            namespace Shop;

            [Pipeline]
            public sealed partial class Checkout
            {
                public partial ValueTask<Receipt> RunAsync(Order order, CancellationToken cancellationToken = default);

                [Stage, Hedge("00:00:00.2")]
                private static Task<Cart> ParseAsync(Order order, CancellationToken token) => Task.FromResult(new Cart(order));

                [Stage, Offload, Hedge("00:00:01"), Retry(2)]
                private Stock Reserve(Cart cart, StageContext context) => new(cart);

                [Stage, Cached("00:05:00"), Hedge("00:00:01"), CircuitBreaker(3, "00:00:30"), Timeout("00:00:02", Total = "00:00:05")]
                private static async ValueTask<Quote> PriceAsync(Cart cart, CancellationToken token)
                {
                    await Task.Delay(1, token);
                    return new Quote(cart);
                }

                [Stage, Hedge("00:00:01")]
                private static Task TellAsync(Order order, CancellationToken token) => Task.CompletedTask;

                [Stage] private static Receipt Close(Stock stock, Quote quote) => new(stock, quote);
            }
            """
        );

    private static void Verify(string source, [CallerMemberName] string method = "") =>
        Snapshot.Verify(EmittedPolicies.Of(GeneratorHarness.Run(source)), method: method);
}
