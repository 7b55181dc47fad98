using System.Threading.Channels;
using Sluice.CompilerServices.Streams;
using Sluice.FunctionalTests.FanOuts;
using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Streams;

/// <summary>A stream whose producer runs ahead of its consumer.</summary>
public sealed class BufferedStreamTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1_000)]
    public async Task All_items_arrive_in_order(int capacity)
    {
        int[] items = [.. Enumerable.Range(0, 500)];
        var source = new TrackedSequence(items)
        {
            Waits = async index =>
            {
                if (index % 3 == 0)
                {
                    await Task.Yield();
                }
            },
        };

        Assert.Equal(items, await ReadAsync(Buffer(source, capacity)).OrHang());

        Assert.Equal(1, source.Disposals);
        Assert.False(source.WasUsedByTwoAtOnce);
    }

    [Fact]
    public async Task The_producer_starts_with_the_first_item_that_is_asked_for_and_runs_ahead_as_far_as_there_is_room()
    {
        using var isAhead = new SemaphoreSlim(0);
        var source = new TrackedSequence([.. Enumerable.Range(0, 10)])
        {
            BeforeMove = index =>
            {
                // One item is taken, two are in the buffer, and one waits for space.
                if (index == 3)
                {
                    isAhead.Release();
                }
            },
        };
        var items = Buffer(source, capacity: 2).GetAsyncEnumerator();
        Assert.Equal(0, source.Enumerations);

        Assert.True(await items.MoveNextAsync());
        Assert.True(await isAhead.WaitAsync(TimeSpan.FromSeconds(30)));

        Assert.Equal(0, items.Current);
        Assert.Equal(4, source.Pulled);
        await items.DisposeAsync();
        Assert.Equal(1, source.Disposals);
        Assert.Equal(4, source.Pulled);
    }

    [Fact]
    public async Task A_consumer_that_leaves_cancels_the_producer_and_waits_until_it_is_disposed_of()
    {
        var waits = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var disposal = new Gate();
        TrackedSequence? source = null;
        source = new TrackedSequence([0, 1])
        {
            Waits = async index =>
            {
                if (index == 1)
                {
                    waits.SetResult();
                    await new Gate().WaitOrCancelAsync(source!.Token);
                }
            },
            WaitsForDisposal = async () => await disposal.WaitAsync(),
        };
        var items = Buffer(source, capacity: 5).GetAsyncEnumerator();
        Assert.True(await items.MoveNextAsync());
        await waits.Task.OrHang();

        var leaving = items.DisposeAsync().AsTask();
        Assert.True(source.Token.IsCancellationRequested);
        Assert.False(leaving.IsCompleted);
        disposal.Open(1);

        await leaving.OrHang();
        Assert.Equal(1, source.Disposals);
    }

    [Fact]
    public async Task A_failure_arrives_after_the_items_before_it()
    {
        var failure = new OperationCanceledException("own");
        var source = new TrackedSequence([0, 1, 2])
        {
            BeforeMove = index =>
            {
                if (index == 2)
                {
                    throw failure;
                }
            },
        };
        var received = new List<int>();

        var thrown = await Assert.ThrowsAsync<OperationCanceledException>(async () =>
        {
            await foreach (var item in Buffer(source, capacity: 10))
            {
                received.Add(item);
            }
        });

        Assert.Same(failure, thrown);
        Assert.Equal([0, 1], received);
        Assert.Equal(1, source.Disposals);
    }

    [Fact]
    public async Task What_disposal_of_the_producer_throws_is_thrown_by_disposal()
    {
        var source = new TrackedSequence([0])
        {
            WaitsForDisposal = () => ValueTask.FromException(new InvalidDataException()),
        };

        await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(Buffer(source, capacity: 1)).OrHang());
    }

    [Theory]
    [InlineData(BoundedChannelFullMode.DropOldest, new[] { 0, 8, 9 })]
    [InlineData(BoundedChannelFullMode.DropNewest, new[] { 0, 1, 9 })]
    [InlineData(BoundedChannelFullMode.DropWrite, new[] { 0, 1, 2 })]
    public async Task A_full_buffer_drops_items_by_its_mode(BoundedChannelFullMode mode, int[] expected)
    {
        var firstIsTaken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var allAreProduced = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var source = new TrackedSequence([.. Enumerable.Range(0, 10)])
        {
            Waits = async index =>
            {
                if (index == 1)
                {
                    await firstIsTaken.Task;
                }
                else if (index == 10)
                {
                    allAreProduced.SetResult();
                }
            },
        };
        var received = new List<int>();

        await foreach (var item in new BufferedStream<int>(source, capacity: 2, mode, default))
        {
            received.Add(item);
            firstIsTaken.TrySetResult();
            await allAreProduced.Task.OrHang();
        }

        Assert.Equal(expected, received);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Either_token_ends_the_stream(bool consumerCancels)
    {
        using var run = new CancellationTokenSource();
        using var consumer = new CancellationTokenSource();
        TrackedSequence? source = null;
        source = new TrackedSequence([0]) { Waits = async _ => await new Gate().WaitOrCancelAsync(source!.Token) };
        var stream = new BufferedStream<int>(source, 1, BoundedChannelFullMode.Wait, run.Token);

        var reading = ReadAsync(stream, consumer.Token);
        await (consumerCancels ? consumer : run).CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading.OrHang());
        Assert.InRange(source.Disposals, 0, 1);
        Assert.Equal(source.Enumerations, source.Disposals);
    }

    [Fact]
    public async Task A_second_enumeration_is_refused()
    {
        var stream = Buffer(new TrackedSequence([]), capacity: 1);
        _ = await ReadAsync(stream).OrHang();

        Assert.Throws<InvalidOperationException>(() => stream.GetAsyncEnumerator());
    }

    private static BufferedStream<int> Buffer(TrackedSequence source, int capacity) =>
        new(source, capacity, BoundedChannelFullMode.Wait, default);

    private static async Task<List<int>> ReadAsync(BufferedStream<int> stream, CancellationToken token = default)
    {
        var items = new List<int>();
        await foreach (var item in stream.WithCancellation(token))
        {
            items.Add(item);
        }

        return items;
    }
}
