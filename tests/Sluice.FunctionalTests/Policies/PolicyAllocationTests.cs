using Sluice.FunctionalTests.Allocation;

namespace Sluice.FunctionalTests.Policies;

/// <summary>Policies do not allocate if the stage succeeds, whether it completes at once or not.</summary>
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

    [Fact]
    public void A_guard_that_says_no_takes_no_memory()
    {
        var pipeline = new Refused();
        var sum = 0L;

        Assert.Equal(0, Allocations.OnThisThread(() => sum += pipeline.Run(8)));
        Assert.Equal(0, Allocations.OnThisThread(() => sum += Take(pipeline.RunAsync(8))));
        Assert.Equal(0, sum % 8);
    }

    [Fact]
    public void Nor_does_one_in_a_run_that_is_suspended()
    {
        var pipeline = new Refused();
        var gates = new Gates(waits: true);
        var sum = 0L;

        Assert.Equal(
            0,
            Allocations.OnThisThread(() =>
            {
                var task = pipeline.WaitAsync(8, gates);
                gates.Root.Open(new Root(1));
                sum += Take(task);
            })
        );
        Assert.Equal(0, sum % 8);
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

    /// <summary>The guard returns false seven times.</summary>
    [Pipeline]
    private sealed partial class Refused
    {
        [return: From(nameof(Last))]
        public partial int Run(long input);

        [return: From(nameof(Last))]
        public partial ValueTask<int> RunAsync(long input, CancellationToken token = default);

        [return: From(nameof(Both))]
        public partial ValueTask<int> WaitAsync(long input, Gates gates, CancellationToken token = default);

        [Stage]
        private double Make(long input, StageContext context)
        {
            if (context.Attempt > 1 && context.PreviousError is not GuardFailedException { Guard: "Passes" })
            {
                throw new InvalidOperationException("The stage is not told of the guard.");
            }

            return context.Attempt;
        }

        [Stage, Guard(Retry = nameof(Make), Attempts = 8)]
        private static bool Passes([From(nameof(Make))] double made, [From("input")] long input) => made >= input;

        [Stage]
        private static int Last([From(nameof(Make))] double made) => (int)made;

        [Stage]
        private static ValueTask<Root> WaitForAsync(Gates gates, CancellationToken token) => gates.Root.WaitAsync();

        [Stage]
        private static int Both([From(nameof(Last))] int last, Root root) => last * (int)root.Number;
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
