using Sluice.CompilerServices.Elements;
using Sluice.FunctionalTests.Allocation;

namespace Sluice.FunctionalTests.FanOuts;

/// <summary>A fan-out allocates only the array of the results.</summary>
[Collection(nameof(AllocationGroup))]
public sealed class ElementAllocationTests : IDisposable
{
    private const int Count = 100;

    private static readonly long ArraySize = SizeOfArray(Count);
    private readonly CancellationTokenSource _longLived = new();
    private readonly Waiter _waiter = new();
    private readonly int[] _items = [.. Enumerable.Range(0, Count)];
    private readonly ManualGate<int>[] _gates = [.. Enumerable.Range(0, 10_000).Select(_ => new ManualGate<int>())];
    private long _sum;

    public void Dispose()
    {
        _longLived.Dispose();
        _waiter.Dispose();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    public void Elements_that_complete_at_once_take_the_array_only(int maxConcurrency)
    {
        Assert.Equal(ArraySize, PerRun(() => Expect(Count, Take(Run(new ImmediateStage(), maxConcurrency, default)))));
        Assert.Equal(
            ArraySize,
            PerRun(() => Expect(Count, Take(Run(new ImmediateStage(), maxConcurrency, _longLived.Token))))
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    public void Elements_that_suspend_take_the_array_only(int maxConcurrency)
    {
        Assert.Equal(
            ArraySize,
            PerRun(() =>
            {
                var task = Run(new GatedStage(_gates), maxConcurrency, _longLived.Token);
                for (var index = 0; index < Count; index++)
                {
                    _gates[index].Open(1);
                }

                Expect(Count, Take(task));
            })
        );
    }

    [Fact]
    public void Elements_that_are_left_out_take_no_memory()
    {
        Assert.Equal(
            0,
            Allocations.OnThisThread(() =>
                Expect(
                    0,
                    Take(
                        FanOut.RunAsync<SkippingStage, ValuesOfOptionals<int>, int, Optional<int>, int>(
                            new SkippingStage(),
                            _items,
                            maxConcurrency: 0,
                            offload: false,
                            resultsMayKeepToken: false,
                            default
                        )
                    )
                )
            )
        );
    }

    [Fact]
    public void A_stage_without_a_task_takes_the_array_only()
    {
        Assert.Equal(
            ArraySize,
            PerRun(() =>
                Expect(
                    Count,
                    FanOut.Run<ImmediateStage, ValuesOfValues<int>, int, int, int>(
                        new ImmediateStage(),
                        _items,
                        default
                    )
                )
            )
        );
    }

    [Fact]
    public void Effects_take_no_memory()
    {
        Assert.Equal(
            0,
            Allocations.OnThisThread(() =>
            {
                FanOut.Run<SummingEffect, int>(new SummingEffect(this), _items, default);
                var task = FanOut.RunSynchronousAsync<SummingEffect, int>(
                    new SummingEffect(this),
                    _items,
                    maxConcurrency: 0,
                    offload: false,
                    default
                );
                task.GetAwaiter().GetResult();
            })
        );
        Assert.Equal(0, _sum % 4_950);
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(2, true)]
    [InlineData(0, true)]
    public void Elements_that_end_on_other_threads_take_the_array_only(int maxConcurrency, bool offload)
    {
        Assert.Equal(
            ArraySize,
            Allocations.PerRunOnAllThreads(() =>
                Expect(
                    Count,
                    _waiter.Wait(
                        FanOut.RunAsync<YieldingStage, ValuesOfValues<int>, int, int, int>(
                            new YieldingStage(),
                            _items,
                            maxConcurrency,
                            offload,
                            resultsMayKeepToken: false,
                            default
                        )
                    )
                )
            )
        );
    }

    [Fact]
    public void Ten_thousand_elements_in_flight_take_the_array_only_once_the_pool_has_grown()
    {
        int[] items = [.. Enumerable.Range(0, _gates.Length)];

        // The pool's queue grows by doubling and keeps only its last segment, so it is large enough after the third round.
        for (var round = 0; round < 3; round++)
        {
            Round();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 3; round++)
        {
            Round();
        }

        Assert.Equal(3 * SizeOfArray(items.Length), GC.GetAllocatedBytesForCurrentThread() - before);

        void Round()
        {
            var task = FanOut.RunAsync<GatedStage, ValuesOfValues<int>, int, int, int>(
                new GatedStage(_gates),
                items,
                maxConcurrency: 0,
                offload: false,
                resultsMayKeepToken: false,
                _longLived.Token
            );
            foreach (var gate in _gates)
            {
                gate.Open(1);
            }

            Expect(items.Length, Take(task));
        }
    }

    // The size of the header, the length and the elements, rounded up to whole words.
    private static long SizeOfArray(int length) => (3 * IntPtr.Size) + (((length * sizeof(int)) + 7) & ~7);

    // Rounded down: the arrays cause collections, after which the pool may have to allocate the objects that it released.
    private static long PerRun(Action run) => Allocations.OnThisThread(run) / Allocations.Runs;

    private static int[] Take(ValueTask<int[]> task)
    {
        if (!task.IsCompletedSuccessfully)
        {
            Assert.Fail("The fan-out has not ended.");
        }

        return task.Result;
    }

    private static void Expect(int count, int[] results)
    {
        if (results.Length != count)
        {
            Assert.Fail("Elements are missing.");
        }
    }

    private ValueTask<int[]> Run<TStage>(TStage stage, int maxConcurrency, CancellationToken token)
        where TStage : struct, IElementStage<int, int> =>
        FanOut.RunAsync<TStage, ValuesOfValues<int>, int, int, int>(
            stage,
            _items,
            maxConcurrency,
            offload: false,
            resultsMayKeepToken: false,
            token
        );

    private readonly struct ImmediateStage : IElementStage<int, int>, ISynchronousElementStage<int, int>
    {
        public ValueTask<int> RunAsync(int item, CancellationToken token) => new(item);

        public int Run(int item, CancellationToken token) => item;
    }

    private readonly struct SkippingStage : IElementStage<int, Optional<int>>
    {
        public ValueTask<Optional<int>> RunAsync(int item, CancellationToken token) => new(Optional.Skip("always"));
    }

    private readonly struct GatedStage(ManualGate<int>[] gates) : IElementStage<int, int>
    {
        public ValueTask<int> RunAsync(int item, CancellationToken token) => gates[item].WaitAsync();
    }

    private readonly struct SummingEffect(ElementAllocationTests test) : ISynchronousElementEffect<int>
    {
        public void Run(int item, CancellationToken token) => test._sum += item;
    }

    private readonly struct YieldingStage : IElementStage<int, int>
    {
        public ValueTask<int> RunAsync(int item, CancellationToken token) => PooledYield.RunAsync(item);
    }
}
