using Sluice.FunctionalTests.Allocation;

namespace Sluice.FunctionalTests.Policies;

/// <summary>Policies take no memory where the stage succeeds, whether it completes at once or not.</summary>
[Collection(nameof(AllocationGroup))]
public sealed partial class PolicyAllocationTests
{
    [Fact]
    public void All_policies_together_take_no_memory_at_once()
    {
        var pipeline = new Everything();
        var sum = 0L;

        Assert.Equal(0, Allocations.OnThisThread(() => sum += Take(pipeline.RunAsync(1, "a"))));
        Assert.NotEqual(0, sum);
    }

    [Fact]
    public void A_stage_that_suspends_within_its_policies_takes_no_memory()
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

    [Fact]
    public void A_synchronous_stage_with_policies_takes_no_memory()
    {
        var pipeline = new Synchronous();
        var sum = 0L;

        Assert.Equal(0, Allocations.OnThisThread(() => sum += pipeline.Run(1)));
        Assert.NotEqual(0, sum);
    }

    private static T Take<T>(ValueTask<T> task)
    {
        Assert.True(task.IsCompletedSuccessfully);
        return task.Result;
    }

    internal readonly struct PassingOn : IStageInterceptor, ISynchronousStageInterceptor
    {
        public ValueTask<T> InvokeAsync<T, TInner>(TInner inner, StageContext context)
            where TInner : struct, IStageCall<T> => inner.InvokeAsync();

        public T Invoke<T, TInner>(TInner inner, StageContext context)
            where TInner : struct, ISynchronousStageCall<T> => inner.Invoke();
    }

    [Pipeline]
    private sealed partial class Everything
    {
        public partial ValueTask<int> RunAsync(long input, string key, CancellationToken token = default);

        [Stage, Fallback(nameof(None)), Retry(3, Delay = "00:00:01"), Timeout("00:00:10", Total = "00:00:30")]
        [CircuitBreaker(5, "00:00:30"), Concurrency(4), Intercept<PassingOn>]
        private static ValueTask<short> GuardedAsync(long input, CancellationToken token) => new((short)input);

        [Stage, Cached("01:00:00")]
        private static ValueTask<double> CachedAsync(string key) => new(key.Length);

        [Stage, Compensate(nameof(Undo))]
        private static int Sum(short first, double second) => (int)(first + second);

        private static void Undo(int output) => throw new InvalidOperationException($"{output}");

        private static short None() => 0;
    }

    [Pipeline]
    private sealed partial class Suspending
    {
        public partial ValueTask<int> RunAsync(Gates gates, CancellationToken token = default);

        [
            Stage,
            Retry(3, Delay = "00:00:01"),
            Timeout("00:00:10", Total = "00:00:30"),
            CircuitBreaker(5, "00:00:30"),
            Concurrency(4)
        ]
        private static ValueTask<Root> WaitAsync(Gates gates, CancellationToken token) => gates.Root.WaitAsync();

        [Stage]
        private static int Number(Root root) => (int)root.Number;
    }

    [Pipeline]
    private sealed partial class Synchronous
    {
        public partial int Run(long input, CancellationToken token = default);

        [
            Stage,
            Fallback(nameof(None)),
            Retry(3),
            Timeout("00:00:10"),
            CircuitBreaker(0.5, "00:00:30"),
            Intercept<PassingOn>
        ]
        private static int Work(long input, CancellationToken token) => (int)input;

        private static int None() => 0;
    }
}
