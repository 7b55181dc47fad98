using Sluice.CompilerServices.Elements;
using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.FanOuts;

/// <summary>The number of elements that run at once, and their threads.</summary>
public sealed class ElementConcurrencyTests
{
    [Theory]
    [InlineData(SourceKind.Array, 1)]
    [InlineData(SourceKind.Array, 3)]
    [InlineData(SourceKind.List, 3)]
    [InlineData(SourceKind.Sequence, 1)]
    [InlineData(SourceKind.Sequence, 3)]
    [InlineData(SourceKind.Stream, 1)]
    [InlineData(SourceKind.Stream, 3)]
    public async Task The_caller_starts_elements_until_the_limit_is_under_way_and_each_that_ends_makes_room_for_the_next(
        SourceKind kind,
        int limit
    )
    {
        const int Count = 10;
        var gates = Enumerable.Range(0, Count).Select(_ => new Gate()).ToArray();
        var started = 0;

        var run = Fan.OutAsync(
                kind,
                [.. Enumerable.Range(0, Count)],
                async (item, _) =>
                {
                    Interlocked.Increment(ref started);
                    return await gates[item].WaitAsync();
                },
                limit
            )
            .AsTask();

        for (var index = 0; index < Count; index++)
        {
            Assert.Equal(Math.Min(Count, index + limit), started);
            gates[index].Open(index);
        }

        Assert.Equal(Enumerable.Range(0, Count), await run.OrHang());
    }

    [Theory]
    [InlineData(SourceKind.Array)]
    [InlineData(SourceKind.Sequence)]
    [InlineData(SourceKind.Stream)]
    public async Task Without_a_limit_all_elements_are_started_before_any_has_ended(SourceKind kind)
    {
        var gate = new Gate();
        var started = 0;

        var run = Fan.OutAsync(
                kind,
                new int[10_000],
                async (_, _) =>
                {
                    started++;
                    return await gate.WaitAsync();
                }
            )
            .AsTask();

        Assert.Equal(10_000, started);
        gate.Open(1);
        Assert.Equal(10_000, (await run.OrHang()).Sum());
    }

    [Theory]
    [InlineData(SourceKind.Array, false)]
    [InlineData(SourceKind.Array, true)]
    [InlineData(SourceKind.Sequence, false)]
    [InlineData(SourceKind.Sequence, true)]
    [InlineData(SourceKind.Stream, false)]
    [InlineData(SourceKind.Stream, true)]
    public async Task The_limit_is_never_exceeded(SourceKind kind, bool offload)
    {
        const int Limit = 4;
        var underWay = 0;
        var exceeded = false;

        _ = await Fan.OutAsync(
                kind,
                new int[5_000],
                async (_, _) =>
                {
                    exceeded |= Interlocked.Increment(ref underWay) > Limit;
                    await Task.Yield();
                    Interlocked.Decrement(ref underWay);
                    return 0;
                },
                Limit,
                offload
            )
            .OrHang();

        Assert.False(exceeded);
        Assert.Equal(0, underWay);
    }

    [Theory]
    [InlineData(SourceKind.Array)]
    [InlineData(SourceKind.Sequence)]
    [InlineData(SourceKind.Stream)]
    public async Task Offloaded_elements_reach_the_limit_together_on_the_thread_pool(SourceKind kind)
    {
        const int Limit = 3;
        using var allThere = new CountdownEvent(Limit);
        var onPool = true;

        var run = Fan.OutAsync(
            kind,
            new int[Limit],
            (_, _) =>
            {
                onPool &= Thread.CurrentThread.IsThreadPoolThread;
                allThere.Signal();

                // Each element keeps its thread until all others have one.
                return new(allThere.Wait(TimeSpan.FromSeconds(30), CancellationToken.None) ? 1 : 0);
            },
            Limit,
            offload: true
        );

        Assert.Equal(Limit, (await run.OrHang()).Sum());
        Assert.True(onPool);
    }

    [Fact]
    public async Task Offloaded_elements_without_a_limit_take_as_many_threads_as_there_are_processors()
    {
        var underWay = 0;
        var most = 0;
        var stage = new SynchronousCallStage<int>(
            (_, _) =>
            {
                var now = Interlocked.Increment(ref underWay);
                for (var seen = most; seen < now; )
                {
                    seen = Interlocked.CompareExchange(ref most, now, seen);
                }

                Thread.Yield();
                Interlocked.Decrement(ref underWay);
                return 1;
            }
        );

        var results = await FanOut
            .RunSynchronousAsync<SynchronousCallStage<int>, ValuesOfValues<int>, int, int, int>(
                stage,
                new int[5_000],
                maxConcurrency: 0,
                offload: true,
                resultsMayKeepToken: false,
                default
            )
            .OrHang();

        Assert.Equal(5_000, results.Sum());
        Assert.InRange(most, 1, Environment.ProcessorCount);
    }

    [Fact]
    public async Task An_offloaded_fan_out_does_not_go_on_on_a_thread_that_is_not_the_thread_pools()
    {
        var gate = new Gate();
        var onPool = new List<bool>();

        var run = Fan.OutAsync(
                SourceKind.Array,
                [0, 1],
                (item, _) =>
                {
                    onPool.Add(Thread.CurrentThread.IsThreadPoolThread);
                    return new(item == 0 ? gate.AsTask() : Task.FromResult(1));
                },
                maxConcurrency: 1,
                offload: true
            )
            .AsTask();
        await OwnThread.RunAsync(() => gate.Open(1)).OrHang();

        Assert.Equal((int[])[1, 1], await run.OrHang());
        Assert.Equal([true, true], onPool);
    }

    [Fact]
    public async Task A_thread_on_which_an_element_ends_goes_on_with_the_next()
    {
        var gate = new Gate();
        var threads = new List<Thread>();
        Thread? opener = null;

        var run = Fan.OutAsync(
                SourceKind.Array,
                [0, 1, 2],
                (item, _) =>
                {
                    threads.Add(Thread.CurrentThread);
                    return new(item == 0 ? gate.AsTask() : Task.FromResult(1));
                },
                maxConcurrency: 1
            )
            .AsTask();
        await OwnThread
            .RunAsync(() =>
            {
                opener = Thread.CurrentThread;
                gate.Open(1);
            })
            .OrHang();

        Assert.Equal((int[])[1, 1, 1], await run.OrHang());
        Assert.Equal([opener!, opener!], threads[1..]);
    }

    [Fact]
    public async Task A_stream_is_pulled_only_when_there_is_room()
    {
        var gates = Enumerable.Range(0, 5).Select(_ => new Gate()).ToArray();
        var items = new TrackedSequence([0, 1, 2, 3, 4]);

        var run = Fan.OutAsync(
                items,
                async (item, _) => await gates[item].WaitAsync(),
                asStream: true,
                maxConcurrency: 2
            )
            .AsTask();

        for (var index = 0; index < gates.Length; index++)
        {
            Assert.Equal(Math.Min(index + 2, 6), items.Pulled);
            gates[index].Open(index);
        }

        Assert.Equal((int[])[0, 1, 2, 3, 4], await run.OrHang());
        Assert.Equal(6, items.Pulled);
    }

    [Fact]
    public async Task A_stream_that_waits_is_pulled_by_one_at_a_time_while_elements_end()
    {
        var pulls = Enumerable.Range(0, 5).Select(_ => new Gate()).ToArray();
        var elements = Enumerable.Range(0, 4).Select(_ => new Gate()).ToArray();
        var items = new TrackedSequence([0, 1, 2, 3]) { Waits = async index => await pulls[index].WaitAsync() };

        var run = Fan.OutAsync(
                items,
                async (item, _) => await elements[item].WaitAsync(),
                asStream: true,
                maxConcurrency: 3
            )
            .AsTask();
        pulls[0].Open(0);
        pulls[1].Open(0);
        elements[1].Open(11);
        elements[0].Open(10);
        for (var index = 2; index < pulls.Length; index++)
        {
            pulls[index].Open(0);
        }

        elements[2].Open(12);
        elements[3].Open(13);

        Assert.Equal((int[])[10, 11, 12, 13], await run.OrHang());
        Assert.False(items.WasUsedByTwoAtOnce);
        Assert.Equal(1, items.Disposals);
    }
}
