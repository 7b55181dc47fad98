namespace Sluice.OpenTelemetryTests.Pipelines;

/// <summary>
/// Reserves the stock, with retries, prices the order in a nested run, and closes the order, which fails if there is nothing to sell.
/// </summary>
[Pipeline]
public sealed partial class Checkout([Stages] Pricing pricing)
{
    public partial ValueTask<Receipt> RunAsync(Order order, RunContext? context = null);

    [Stage, Retry(3)]
    private static async ValueTask<Stock> ReserveAsync(Order order, StageContext context)
    {
        await Task.Yield();
        return context.Attempt > order.FailingCalls
            ? new Stock(order.Count)
            : throw new TimeoutException($"attempt {context.Attempt}");
    }

    [Stage]
    private static bool IsLarge(Order order) => order.Count > 100;

    [Stage, When(nameof(IsLarge))]
    private static decimal Discount(Stock stock) => stock.Count / 10m;

    [Stage]
    private static Receipt Close(Stock stock, Quote quote, Optional<decimal> discount, StageContext context) =>
        stock.Count > 0
            ? new Receipt(quote.Amount - discount.ValueOr(0), context.Run.CreateNested())
            : throw new InvalidOperationException("nothing to sell");
}
