using Sluice.FunctionalTests.Allocation;

namespace Sluice.FunctionalTests.Policies;

/// <summary>A hedged stage does not allocate as long as it needs only its first attempt.</summary>
[Collection(nameof(AllocationGroup))]
public sealed partial class HedgeAllocationTests
{
    [Fact]
    public void A_first_attempt_that_returns_at_once_takes_no_memory()
    {
        var pipeline = new AtOnce();
        var sum = 0L;

        Assert.Equal(0, Allocations.OnThisThread(() => sum += Take(pipeline.RunAsync(1))));
        Assert.NotEqual(0, sum);
    }

    [Fact]
    public void Nor_does_one_that_is_awaited()
    {
        using var waiter = new Waiter();
        var pipeline = new Suspending();
        var gates = new Gates(waits: true);
        var sum = 0L;

        Assert.Equal(
            0,
            Allocations.OnThisThread(() =>
            {
                var task = pipeline.RunAsync(gates);
                gates.Root.Open(new Root(1));
                sum += Take(task);
            })
        );
        Assert.NotEqual(0, sum);
    }

    private static T Take<T>(ValueTask<T> task)
    {
        Assert.True(task.IsCompletedSuccessfully);
        return task.Result;
    }

    [Pipeline]
    private sealed partial class AtOnce
    {
        public partial ValueTask<int> RunAsync(long input, CancellationToken token = default);

        [Stage, Hedge("00:01:00"), Retry(2), Timeout("00:00:10", Total = "00:00:30")]
        private static ValueTask<int> WorkAsync(long input, CancellationToken token) => new((int)input);
    }

    [Pipeline]
    private sealed partial class Suspending
    {
        public partial ValueTask<int> RunAsync(Gates gates, CancellationToken token = default);

        [Stage, Hedge("00:01:00")]
        private static ValueTask<Root> WaitAsync(Gates gates, CancellationToken token) => gates.Root.WaitAsync();

        [Stage]
        private static int Number(Root root) => (int)root.Number;
    }
}
