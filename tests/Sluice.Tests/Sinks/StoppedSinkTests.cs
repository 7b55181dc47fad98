#pragma warning disable CA2000 // A stopped sink has nothing left to dispose.

namespace Sluice.Tests.Sinks;

public sealed class StoppedSinkTests
{
    private readonly TestConsumer _consumer = new();

    [Fact]
    public async Task What_was_reported_before_the_stop_still_reaches_the_consumer()
    {
        var sink = new RunEventSink(_consumer.ConsumeAsync, new RunEventSinkOptions { MaxBatchSize = 3 });
        sink.Report(Enumerable.Range(1, 10));
        var stop = sink.StopAsync();
        Assert.False(stop.IsCompleted);

        _consumer.AllowAll();
        await stop.OrHang();
        await sink.StopAsync().OrHang();
        await sink.DisposeAsync().OrHang();

        Assert.Equal(Enumerable.Range(1, 10).Select(number => (long)number), _consumer.Numbers);
        Assert.All(_consumer.Batches, batch => Assert.InRange(batch.Numbers.Count, 1, 3));
    }

    [Fact]
    public async Task What_is_reported_after_the_stop_is_dropped_and_counted()
    {
        var sink = new RunEventSink(_consumer.ConsumeAsync);
        await sink.DisposeAsync().OrHang();
        sink.Report(1, 2);

        Assert.Equal((2, 0), (sink.Dropped, sink.Delivered));
        Assert.Empty(_consumer.Batches);
    }

    [Fact]
    public async Task What_waits_for_room_when_the_sink_is_stopped_still_reaches_the_consumer()
    {
        var sink = new RunEventSink(_consumer.ConsumeAsync, new RunEventSinkOptions { Capacity = 1 });
        sink.Report(1);
        await _consumer.CalledAsync();
        sink.Report(2);
        var writers = Enumerable
            .Range(3, 4)
            .Select(number => new Thread(() => sink.Report(number)) { IsBackground = true })
            .ToArray();
        Array.ForEach(writers, writer => writer.Start());
        Array.ForEach(writers, SinkEvents.WaitUntilBlocked);
        var stop = sink.StopAsync();
        sink.Report(100);
        _consumer.AllowAll();
        await stop.OrHang();
        Array.ForEach(writers, writer => writer.JoinOrHang());

        Assert.Equal([1, 2, 3, 4, 5, 6], _consumer.Numbers.Order());
        Assert.Equal((6, 1), (sink.Delivered, sink.Dropped));
    }

    [Fact]
    public async Task What_was_dropped_is_told_with_the_next_batch()
    {
        var sink = new RunEventSink(
            _consumer.ConsumeAsync,
            new RunEventSinkOptions { Capacity = 1, FullMode = SinkFullMode.DropNewest }
        );
        sink.Report(1);
        await _consumer.CalledAsync();
        sink.Report(2);
        _consumer.Allow(1);
        await _consumer.CalledAsync();
        sink.Report(3, 4, 5);
        _consumer.AllowAll();
        await sink.StopAsync().OrHang();

        Assert.Equal([0, 0, 2], _consumer.Batches.Select(batch => batch.Dropped).Order());
        Assert.Equal([1, 2, 3], _consumer.Numbers);
    }

    [Fact]
    public async Task A_stop_that_may_take_no_longer_drops_and_counts_what_is_left()
    {
        var sink = new RunEventSink(_consumer.ConsumeAsync, new RunEventSinkOptions { Capacity = 2, MaxBatchSize = 1 });
        sink.Report(1);
        await _consumer.CalledAsync();
        sink.Report(2, 3);
        var writer = new Thread(() => sink.Report(4)) { IsBackground = true };
        writer.Start();
        writer.WaitUntilBlocked();
        using var limit = new CancellationTokenSource();
        var stop = sink.StopAsync(limit.Token);
        await limit.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stop.OrHang());
        writer.JoinOrHang();
        await sink.StopAsync().OrHang();
        Assert.Equal([1], _consumer.Numbers);
        Assert.Equal((0, 3, 1), (sink.Delivered, sink.Dropped, sink.Lost));
        Assert.IsAssignableFrom<OperationCanceledException>(sink.LastFailure);
    }

    [Fact]
    public async Task A_stop_that_may_take_no_time_at_all_still_stops()
    {
        var sink = new RunEventSink(_consumer.ConsumeAsync);
        sink.Report(1);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            sink.StopAsync(new CancellationToken(canceled: true)).OrHang()
        );
        await sink.StopAsync().OrHang();
        Assert.Equal(1, sink.Dropped + sink.Lost);
    }
}
