#pragma warning disable CA2012, xUnit1031 // The tests take results directly, on the thread that counts allocations.

using Sluice.CompilerServices;

namespace Sluice.Tests.CompilerServices.Policies;

/// <summary>In the steady state policies do not allocate, whether a call waits or not.</summary>
[Collection(nameof(AllocationGroup))]
public sealed class PolicyAllocationTests : IDisposable
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly CancellationTokenSource _longLived = new();

    public void Dispose() => _longLived.Dispose();

    [Fact]
    public void Limits_of_time_take_no_memory()
    {
        var clock = new ManualTimeProvider();

        Assert.Equal(0, Allocations.OnThisThread(() => Start(TimeProvider.System)));
        Assert.Equal(0, Allocations.OnThisThread(() => Start(clock)));

        void Start(TimeProvider time)
        {
            var run = StageTimeout.Start(time, 3 * Hour, default);
            var total = StageTimeout.Start(time, 2 * Hour, _longLived.Token);
            var attempt = StageTimeout.Start(time, Hour, total.Token, total);
            attempt.End();
            attempt = StageTimeout.Start(time, Hour, total.Token, total);
            attempt.End();
            total.End();
            run.End();
        }
    }

    [Fact]
    public void Many_limits_of_time_at_once_take_no_memory()
    {
        var limits = new StageTimeout[10_000];
        var bytes = long.MaxValue;

        // The minimum of several rounds: a collection during one of them makes the pool release idle objects.
        for (var round = 0; round < 5; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < limits.Length; i++)
            {
                limits[i] = StageTimeout.Start(TimeProvider.System, Hour, _longLived.Token);
            }

            Array.ForEach(limits, static limit => limit.End());
            bytes = Math.Min(bytes, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, bytes);
    }

    [Fact]
    public void Circuits_take_no_memory()
    {
        var inRow = new CircuitBreaker("Reserve", 5, Hour);
        var part = new CircuitBreaker("Reserve", 0.5, Hour, Hour, 10);
        var failure = new FormatException();

        Assert.Equal(
            0,
            Allocations.OnThisThread(() =>
            {
                inRow.Enter(TimeProvider.System).Succeeded();
                inRow.Enter(TimeProvider.System).Failed(failure);
                inRow.Enter(TimeProvider.System).Succeeded();
                part.Enter(TimeProvider.System).Succeeded();
                part.Enter(TimeProvider.System).Succeeded();
                part.Enter(TimeProvider.System).Failed(failure);
            })
        );
        Assert.Equal(CircuitState.Closed, inRow.State);
        Assert.Equal(CircuitState.Closed, part.State);
    }

    [Fact]
    public void A_place_takes_no_memory()
    {
        var limiter = new ConcurrencyLimiter("Reserve", 1, 0);

        Assert.Equal(
            0,
            Allocations.OnThisThread(() =>
            {
                limiter.EnterAsync(_longLived.Token).GetAwaiter().GetResult();
                limiter.Exit();
            })
        );
    }

    [Fact]
    public void To_wait_for_a_place_takes_no_memory()
    {
        var limiter = new ConcurrencyLimiter("Reserve", 1, 10);
        var waiting = new ValueTask[10];

        Assert.Equal(
            0,
            Allocations.PerRunOnAllThreads(() =>
            {
                limiter.EnterAsync(default).GetAwaiter().GetResult();
                for (var i = 0; i < waiting.Length; i++)
                {
                    waiting[i] = limiter.EnterAsync(i % 2 == 0 ? _longLived.Token : default);
                }

                foreach (var place in waiting)
                {
                    limiter.Exit();
                    place.SpinOrHang();
                    place.GetAwaiter().GetResult();
                }

                limiter.Exit();
            })
        );
        Assert.Equal(1, limiter.Available);
    }

    [Fact]
    public void Waits_between_attempts_are_computed_without_memory()
    {
        var schedule = new RetrySchedule(5, Hour, Backoff.Exponential, 2, TimeSpan.MaxValue, Jitter.Equal);
        var failure = new FormatException();
        var sum = TimeSpan.Zero;

        Assert.Equal(0, Allocations.OnThisThread(() => sum = schedule.DelayAfter(2, failure, sum)));
        Assert.True(sum > TimeSpan.Zero);
    }

    [Fact]
    public void Interceptors_take_no_memory()
    {
        var call = new InterceptedCall<AddingInterceptor, ConstantCall, int>(new(1), new(40), default);
        var outer = new InterceptedCall<AddingInterceptor, InterceptedCall<AddingInterceptor, ConstantCall, int>, int>(
            new(1),
            call,
            default
        );
        var sum = 0L;

        Assert.Equal(0, Allocations.OnThisThread(() => sum += outer.InvokeAsync().GetAwaiter().GetResult()));
        Assert.Equal(0, sum % 42);
    }
}
