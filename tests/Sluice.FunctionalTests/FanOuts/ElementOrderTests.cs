using Sluice.CompilerServices.Elements;
using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.FanOuts;

/// <summary>Results are in the order of the elements, for every source and however the elements complete.</summary>
public sealed class ElementOrderTests
{
    public static TheoryData<SourceKind, int, int, bool> Cases()
    {
        var cases = new TheoryData<SourceKind, int, int, bool>();
        foreach (var kind in Enum.GetValues<SourceKind>())
        {
            foreach (var count in (int[])[0, 1, 2, 63, 64, 65, 1_000])
            {
                cases.Add(kind, count, 0, false);
                cases.Add(kind, count, 1, false);
                cases.Add(kind, count, 3, false);
                cases.Add(kind, count, 0, true);
                cases.Add(kind, count, 3, true);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Results_are_in_the_order_of_the_elements(
        SourceKind kind,
        int count,
        int maxConcurrency,
        bool offload
    )
    {
        int[] items = [.. Enumerable.Range(0, count)];

        var results = await Fan.OutAsync(kind, items, Mixed, maxConcurrency, offload).OrHang();

        Assert.Equal(items.Select(item => item * 2), results);

        static async ValueTask<int> Mixed(int item, CancellationToken token)
        {
            if (item % 3 == 1)
            {
                await Task.Yield();
            }

            return item * 2;
        }
    }

    [Theory]
    [InlineData(SourceKind.Array)]
    [InlineData(SourceKind.Sequence)]
    [InlineData(SourceKind.Stream)]
    public async Task Elements_that_end_in_reverse_order_have_their_results_in_order(SourceKind kind)
    {
        var gates = Enumerable.Range(0, 100).Select(_ => new Gate()).ToArray();

        var run = Fan.OutAsync(
                kind,
                [.. Enumerable.Range(0, gates.Length)],
                async (item, _) => await gates[item].WaitAsync()
            )
            .AsTask();
        for (var index = gates.Length - 1; index >= 0; index--)
        {
            Assert.False(run.IsCompleted);
            gates[index].Open(index + 7);
        }

        Assert.Equal(Enumerable.Range(7, gates.Length), await run.OrHang());
    }

    [Fact]
    public void No_elements_take_no_array()
    {
        Assert.Same(
            Array.Empty<int>(),
            Taken.From(Fan.OutAsync(SourceKind.Array, [], (item, _) => ValueTask.FromResult(item)))
        );
        Assert.Same(
            Array.Empty<int>(),
            Taken.From(Fan.OutAsync(SourceKind.Stream, [], (item, _) => ValueTask.FromResult(item)))
        );
    }

    [Fact]
    public async Task A_stage_without_a_task_runs_for_one_element_after_the_other()
    {
        int[] items = [.. Enumerable.Range(0, 200)];
        var stage = new SynchronousCallStage<int>((item, _) => item * 2);
        var expected = items.Select(item => item * 2).ToArray();

        Assert.Equal(
            expected,
            FanOut.Run<SynchronousCallStage<int>, ValuesOfValues<int>, int, int, int>(stage, items, default)
        );
        Assert.Equal(
            expected,
            FanOut.Run<SynchronousCallStage<int>, ValuesOfValues<int>, int, int, int>(stage, items.AsMemory(), default)
        );
        Assert.Equal(
            expected,
            FanOut.Run<SynchronousCallStage<int>, ValuesOfValues<int>, int, int, int>(stage, items.ToList(), default)
        );
        var sequence = new TrackedSequence(items);
        Assert.Equal(
            expected,
            FanOut.Run<SynchronousCallStage<int>, ValuesOfValues<int>, int, int, int>(
                stage,
                (IEnumerable<int>)sequence,
                default
            )
        );
        Assert.Equal(1, sequence.Disposals);
        Assert.Equal(
            expected,
            await FanOut
                .RunSynchronousAsync<SynchronousCallStage<int>, ValuesOfValues<int>, int, int, int>(
                    stage,
                    (IAsyncEnumerable<int>)new TrackedSequence(items),
                    maxConcurrency: 0,
                    offload: false,
                    resultsMayKeepToken: false,
                    default
                )
                .OrHang()
        );
        Assert.Equal(
            expected,
            await FanOut
                .RunSynchronousAsync<SynchronousCallStage<int>, ValuesOfValues<int>, int, int, int>(
                    stage,
                    items,
                    maxConcurrency: 0,
                    offload: true,
                    resultsMayKeepToken: false,
                    default
                )
                .OrHang()
        );
    }

    [Fact]
    public async Task Flattened_collections_give_their_elements_in_order()
    {
        int[][] items =
        [
            [1, 2],
            [],
            [3],
            [4, 5, 6],
        ];

        Assert.Equal([1, 2, 3, 4, 5, 6], FanOut.Flatten<int[], int>(items));
        var flattened = new List<int>();
        await foreach (var item in FanOut.Flatten<IEnumerable<int>, int>(StreamAsync()))
        {
            flattened.Add(item);
        }

        Assert.Equal([1, 2, 3, 4, 5, 6], flattened);

        async IAsyncEnumerable<IEnumerable<int>> StreamAsync()
        {
            foreach (var inner in items)
            {
                await Task.Yield();
                yield return inner;
            }
        }
    }
}
