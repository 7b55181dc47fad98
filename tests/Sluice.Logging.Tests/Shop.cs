namespace Sluice.Logging.Tests;

/// <summary>Causes every kind of event that can be logged. Each stage takes a second.</summary>
[Pipeline]
internal sealed partial class Shop(ManualTimeProvider clock, int failures = 0, CollectingLogger? logger = null)
{
    private int _calls;

    /// <summary>The values of the logger's scope inside a stage.</summary>
    public IReadOnlyDictionary<string, object?>? ScopeInStage { get; private set; }

    public partial ValueTask<long> RunAsync<TObserver>(
        string order,
        TObserver observer,
        RunContext context,
        CancellationToken token
    )
        where TObserver : struct, IRunObserver;

    [Stage, Retry(3, Delay = "00:00:02", Jitter = Jitter.None)]
    private ValueTask<int> ReserveAsync(string order)
    {
        clock.Advance(TimeSpan.FromSeconds(1));
        return ++_calls <= failures
            ? throw new InvalidDataException($"busy {_calls}")
            : new ValueTask<int>(order.Length);
    }

    private static bool IsGift(int reserved) => reserved > 3;

    [Stage, When(nameof(IsGift))]
    private static Uri Wrap() => new("https://example.test");

    [Stage]
    private long Close(int reserved, Optional<Uri> wrapping, StageContext context)
    {
        ScopeInStage = logger?.CurrentScope;
        context.ReportProgress(0.5, "half");
        context.Publish("note", new Uri("https://example.test/secret"));
        clock.Advance(TimeSpan.FromSeconds(1));
        context.CancellationToken.ThrowIfCancellationRequested();
        return reserved + (wrapping.HasValue ? 1 : 0);
    }
}
