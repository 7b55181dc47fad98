namespace Sluice.OpenTelemetryTests.Pipelines;

/// <summary>A pipeline that is nested in another one.</summary>
[Pipeline]
public sealed partial class Pricing
{
    public partial ValueTask<Quote> QuoteAsync(Order order, RunContext? context = null);

    [Stage]
    private static async ValueTask<Quote> MultiplyAsync(Order order)
    {
        await Task.Yield();
        return new Quote(order.Count * 2.5m);
    }
}
