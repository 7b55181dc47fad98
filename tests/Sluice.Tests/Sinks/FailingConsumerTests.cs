using System.Collections.Concurrent;
using System.Diagnostics.Tracing;

#pragma warning disable CA2000 // A stopped sink has nothing left to dispose.

namespace Sluice.Tests.Sinks;

public sealed class FailingConsumerTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public async Task A_consumer_that_fails_is_called_with_the_same_batch_again()
    {
        var consumer = new TestConsumer { Failure = call => call <= 2 ? new IOException($"Call {call}.") : null };
        consumer.AllowAll();
        await using var sink = new RunEventSink(
            consumer.ConsumeAsync,
            new RunEventSinkOptions { RetryDelay = TimeSpan.Zero }
        );
        sink.Report(1);
        await sink.StopAsync().OrHang();

        Assert.Equal([1, 1, 1], consumer.Numbers);
        Assert.Equal([1, 2, 3], consumer.Batches.Select(batch => batch.Attempt));
        Assert.Equal((1, 0, "Call 2."), (sink.Delivered, sink.Lost, sink.LastFailure?.Message));
    }

    [Fact]
    public async Task What_it_fails_to_take_for_good_is_counted_and_told_in_the_next_batch()
    {
        var consumer = new TestConsumer { Failure = call => call <= 2 ? new IOException($"Call {call}.") : null };
        await using var sink = new RunEventSink(
            consumer.ConsumeAsync,
            new RunEventSinkOptions
            {
                Attempts = 2,
                RetryDelay = TimeSpan.Zero,
                Capacity = 2,
                FullMode = SinkFullMode.DropNewest,
            }
        );
        sink.Report(1);
        await consumer.CalledAsync();
        sink.Report(2, 3, 4);
        consumer.AllowAll();
        await sink.StopAsync().OrHang();

        Assert.Equal([1, 1, 2, 3], consumer.Numbers);
        var last = consumer.Batches[^1];
        Assert.Equal((1, 1), (last.Lost, last.Dropped));
        Assert.Equal((2, 1, 1), (sink.Delivered, sink.Lost, sink.Dropped));
    }

    [Fact]
    public async Task What_a_batch_that_is_lost_said_of_dropped_events_the_next_one_says_again()
    {
        var consumer = new TestConsumer { Failure = call => call == 2 ? new IOException("Call 2.") : null };
        await using var sink = new RunEventSink(
            consumer.ConsumeAsync,
            new RunEventSinkOptions
            {
                Attempts = 1,
                Capacity = 1,
                FullMode = SinkFullMode.DropOldest,
            }
        );
        sink.Report(1);
        await consumer.CalledAsync();
        sink.Report(2, 3);
        consumer.AllowAll();
        await sink.StopAsync().OrHang();

        Assert.Equal([1, 3], consumer.Numbers);
        Assert.Equal([(0, 0), (1, 0), (1, 1)], consumer.Batches.Select(batch => (batch.Dropped, batch.Lost)));
    }

    [Fact]
    public async Task Between_two_attempts_the_sink_waits_by_its_clock()
    {
        var consumer = new TestConsumer { Failure = call => call == 1 ? new IOException("No.") : null };
        consumer.AllowAll();
        await using var sink = new RunEventSink(
            consumer.ConsumeAsync,
            new RunEventSinkOptions { RetryDelay = TimeSpan.FromMinutes(5), TimeProvider = _time }
        );
        sink.Report(1);
        await consumer.CalledAsync();
        await _time.WhenArmedAsync(1).OrHang();
        _time.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1));
        Assert.Single(consumer.Batches);

        _time.Advance(TimeSpan.FromTicks(1));
        await consumer.CalledAsync();
        await sink.StopAsync().OrHang();
        Assert.Equal(1, sink.Delivered);
        Assert.Equal(_time.TimersCreated, _time.TimersDisposed);
    }

    [Fact]
    public async Task A_stop_does_not_wait_for_the_next_attempt_but_lets_it_come_at_once()
    {
        var consumer = new TestConsumer { Failure = call => call == 1 ? new IOException("No.") : null };
        consumer.AllowAll();
        var sink = new RunEventSink(
            consumer.ConsumeAsync,
            new RunEventSinkOptions { RetryDelay = TimeSpan.FromMinutes(5), TimeProvider = _time }
        );
        sink.Report(1);
        await consumer.CalledAsync();
        await _time.WhenArmedAsync(1).OrHang();
        await sink.DisposeAsync().OrHang();

        Assert.Equal((1, 0), (sink.Delivered, sink.Lost));
    }

    [Fact]
    public async Task A_task_that_fails_is_a_failure_too()
    {
        await using var sink = new RunEventSink(
            async (_, _) =>
            {
                await Task.Yield();
                throw new IOException("Later.");
            },
            new RunEventSinkOptions { Attempts = 1 }
        );
        sink.Report(1);
        await sink.StopAsync().OrHang();

        Assert.Equal((0, 1, "Later."), (sink.Delivered, sink.Lost, sink.LastFailure?.Message));
    }

    [Fact]
    public async Task Each_failure_is_told_to_the_event_source()
    {
        using var listener = new Listener();
        var marker = Guid.NewGuid().ToString();
        var consumer = new TestConsumer { Failure = _ => new IOException(marker) };
        consumer.AllowAll();
        var sink = new RunEventSink(
            consumer.ConsumeAsync,
            new RunEventSinkOptions { Attempts = 2, RetryDelay = TimeSpan.Zero }
        );
        sink.Report(1);
        await sink.StopAsync().OrHang();

        // The second call with the only event, and the last batch, which reports the lost event.
        Assert.Equal(
            [(1, 1, false), (1, 2, true), (0, 1, false), (0, 2, true)],
            listener
                .Failures.Where(failure => failure.Text.Contains(marker, StringComparison.Ordinal))
                .Select(failure => (failure.Events, failure.Attempt, failure.IsLost))
        );
    }

    private sealed class Listener : EventListener
    {
        public ConcurrentQueue<(int Events, int Attempt, bool IsLost, string Text)> Failures { get; } = new();

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "Sluice")
            {
                EnableEvents(eventSource, EventLevel.Error);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            if (eventData is { EventId: 3, Payload: [int events, int attempt, bool isLost, string text] })
            {
                Failures.Enqueue((events, attempt, isLost, text));
            }
        }
    }
}
