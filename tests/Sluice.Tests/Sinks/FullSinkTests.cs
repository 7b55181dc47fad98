using System.Collections.Concurrent;

namespace Sluice.Tests.Sinks;

public sealed class FullSinkTests
{
    private readonly TestConsumer _consumer = new();

    [Fact]
    public async Task The_newest_events_are_dropped_and_the_next_batch_says_how_many()
    {
        await using var sink = await FullAsync(SinkFullMode.DropNewest);
        sink.Report(6, 7, 8);

        Assert.Equal((4, 3), (sink.Pending, sink.Dropped));
        _consumer.AllowAll();
        await sink.StopAsync().OrHang();

        Assert.Equal([1, 2, 3, 4, 5], _consumer.Numbers);
        Assert.Equal([0, 3], _consumer.Batches.Select(batch => batch.Dropped));
        Assert.Equal((5, 3, 0), (sink.Delivered, sink.Dropped, sink.Pending));
    }

    [Fact]
    public async Task The_oldest_events_are_dropped_and_the_next_batch_says_how_many()
    {
        await using var sink = await FullAsync(SinkFullMode.DropOldest);
        sink.Report(6, 7, 8);

        Assert.Equal((4, 3), (sink.Pending, sink.Dropped));
        _consumer.AllowAll();
        await sink.StopAsync().OrHang();

        Assert.Equal([1, 5, 6, 7, 8], _consumer.Numbers);
        Assert.Equal([0, 3], _consumer.Batches.Select(batch => batch.Dropped));
        Assert.Equal((5, 3, 0), (sink.Delivered, sink.Dropped, sink.Pending));
    }

    [Fact]
    public async Task Who_reports_waits_until_the_consumer_has_taken_a_batch()
    {
        await using var sink = await FullAsync(SinkFullMode.Wait);
        var reported = 5;
        var writer = new Thread(() =>
        {
            foreach (var number in Enumerable.Range(6, 20))
            {
                sink.Report(number);
                Volatile.Write(ref reported, number);
            }
        })
        {
            IsBackground = true,
        };
        writer.Start();
        writer.WaitUntilBlocked();

        Assert.Equal((5, 4), (Volatile.Read(ref reported), sink.Pending));
        _consumer.AllowAll();
        writer.JoinOrHang();
        await sink.StopAsync().OrHang();

        Assert.Equal(Enumerable.Range(1, 25).Select(number => (long)number), _consumer.Numbers);
        Assert.Equal((25, 0), (sink.Delivered, sink.Dropped));
        Assert.All(_consumer.Batches, batch => Assert.InRange(batch.Numbers.Count, 1, 4));
    }

    [Theory]
    [InlineData(SinkFullMode.Wait)]
    [InlineData(SinkFullMode.DropNewest)]
    [InlineData(SinkFullMode.DropOldest)]
    public async Task Every_event_of_many_threads_is_delivered_in_order_or_counted(SinkFullMode mode)
    {
        const int Threads = 8;
        const int Events = 4_000;
        var delivered = new List<RunEvent>();
        var told = 0L;
        await using var sink = new RunEventSink(
            async (batch, _) =>
            {
                told += batch.Dropped;
                delivered.AddRange(batch.Events.Span);
                await Task.Yield();
            },
            new RunEventSinkOptions
            {
                Capacity = 16,
                MaxBatchSize = 5,
                FullMode = mode,
            }
        );
        var writers = Enumerable
            .Range(0, Threads)
            .Select(_ => new Thread(() =>
            {
                var runId = Guid.NewGuid();
                for (var number = 1; number <= Events; number++)
                {
                    sink.Observer.Observe(SinkEvents.Event(number, runId));
                }
            })
            {
                IsBackground = true,
            })
            .ToArray();
        Array.ForEach(writers, writer => writer.Start());
        Array.ForEach(writers, writer => writer.JoinOrHang());
        await sink.StopAsync().OrHang();

        Assert.Equal(Threads * Events, sink.Delivered + sink.Dropped);
        Assert.Equal((sink.Delivered, sink.Dropped), (delivered.Count, told));
        Assert.True(mode != SinkFullMode.Wait || sink.Dropped == 0);
        foreach (var run in delivered.GroupBy(runEvent => runEvent.RunId))
        {
            var numbers = run.Select(runEvent => runEvent.SequenceNumber).ToArray();
            Assert.Equal(numbers.Distinct().Order(), numbers);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_consumer_goes_on_although_every_thread_of_the_pool_waits_for_it(bool awaits)
    {
        // More threads than the pool starts without delay.
        ThreadPool.GetMinThreads(out var minimum, out _);
        var count = (minimum * 2) + 8;
        using var isOpen = new ManualResetEventSlim();
        var delivered = 0;
        await using var sink = new RunEventSink(
            async (batch, _) =>
            {
                isOpen.WaitOrHang();
                delivered += batch.Events.Length;
                if (awaits)
                {
                    await Task.Yield();
                }
            },
            new RunEventSinkOptions { Capacity = 1 }
        );
        sink.Report(1, 2);
        var writers = Enumerable.Range(3, count).Select(number => Task.Run(() => sink.Report(number))).ToArray();
        isOpen.Set();
        await Task.WhenAll(writers).OrHang();
        await sink.StopAsync().OrHang();

        Assert.Equal(count + 2, delivered);
    }

    [Fact]
    public async Task A_consumer_that_reports_to_its_own_sink_does_not_wait_for_itself()
    {
        RunEventSink? sink = null;
        var delivered = new ConcurrentQueue<long>();
        using var isMade = new ManualResetEventSlim();
        await using var made = new RunEventSink(
            (batch, _) =>
            {
                isMade.WaitOrHang();
                foreach (var runEvent in batch.Events.Span)
                {
                    delivered.Enqueue(runEvent.SequenceNumber);
                    if (runEvent.SequenceNumber == 1)
                    {
                        sink!.Report(2, 3, 4);
                    }
                }

                return ValueTask.CompletedTask;
            },
            new RunEventSinkOptions { Capacity = 2 }
        );
        sink = made;
        sink.Report(1);
        isMade.Set();
        HangGuard.SpinUntil(() => sink.Delivered == 3, "The consumer has not taken all that was reported.");
        await sink.StopAsync().OrHang();

        Assert.Equal([1, 2, 3], delivered);
        Assert.Equal(1, sink.Dropped);
    }

    // The consumer holds the first event, and there is room for four more.
    private async Task<RunEventSink> FullAsync(SinkFullMode mode)
    {
        var sink = new RunEventSink(_consumer.ConsumeAsync, new RunEventSinkOptions { Capacity = 4, FullMode = mode });
        sink.Report(1);
        await _consumer.CalledAsync();
        sink.Report(2, 3, 4, 5);
        Assert.Equal((4, 0), (sink.Pending, sink.Dropped));
        return sink;
    }
}
