using System.Text;

namespace Sluice.FunctionalTests.Observing;

/// <summary>Sinks whose consumers fail.</summary>
public sealed partial class SinkTests
{
    [Fact]
    public async Task Wide_events_get_every_batch_where_something_before_them_failed()
    {
        using var stream = new MemoryStream();
        var wideEvents = new WideEvents(stream);
        var isBusy = false;
        await using var sink = new RunEventSink(
            async (batch, token) =>
            {
                if (isBusy && batch.Attempt == 1)
                {
                    throw new InvalidDataException();
                }

                await wideEvents.WriteAsync(batch, token);
            },
            new RunEventSinkOptions { RetryDelay = TimeSpan.Zero, MaxBatchSize = 1 }
        );
        for (var run = 0; run < 10; run++)
        {
            isBusy = run > 2;
            new Single().Run(run, sink.Observer);
        }

        await sink.StopAsync();

        var lines = Encoding.UTF8.GetString(stream.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(10, lines.Count(line => line.Contains("\"event\":\"run\"", StringComparison.Ordinal)));
        Assert.Equal(10, lines.Count(line => line.Contains("\"event\":\"stage\"", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_wait_that_is_longer_than_any_timer_is_as_long_as_one()
    {
        var clock = new ManualTimeProvider();
        var calls = 0;
        await using var sink = new RunEventSink(
            (_, _) => calls++ == 0 ? throw new InvalidDataException() : default,
            new RunEventSinkOptions { RetryDelay = TimeSpan.FromDays(60), TimeProvider = clock }
        );
        new Single().Run(1, sink.Observer);
        await clock.WhenArmedAsync(1);
        clock.Advance(TimeSpan.FromDays(50));
        await sink.StopAsync();

        Assert.Equal(5, sink.Delivered);
    }

    [Pipeline]
    private sealed partial class Single
    {
        public partial long Run<TObserver>(int number, TObserver observer)
            where TObserver : struct, IRunObserver;

        [Stage]
        private static long Add(int number) => number + 1;
    }
}
