#pragma warning disable CA2012, xUnit1031 // Results are taken by hand.

using Sluice.CompilerServices;

namespace Sluice.Tests.CompilerServices.Pooling;

/// <summary>
/// An operation that completes after its awaiter has asked and before it registers its continuation allocates nothing.
/// </summary>
[Collection(nameof(AllocationGroup))]
public sealed class LeasedSourceAllocationTests : IDisposable
{
    private readonly AutoResetEvent _resumed = new(initialState: false);
    private readonly Action _resume;
    private int _calls;
    private int _sum;

    public LeasedSourceAllocationTests() =>
        _resume = () =>
        {
            _calls++;
            _resumed.Set();
        };

    public void Dispose() => _resumed.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_operation_that_completes_before_it_is_awaited_allocates_nothing(bool queuesContinuation)
    {
        var source = new TestSource(queuesContinuation);

        Assert.Equal(0, Allocations.OnThisThread(() => Race(source)));
        Assert.Equal(0, Allocations.PerRunOnAllThreads(() => Race(source)));
        Assert.Equal(source.Recycled, _calls);
    }

    [Fact]
    public void The_core_of_the_runtime_queues_a_work_item_instead()
    {
        var source = new RuntimeSource();

        Assert.True(
            Allocations.PerRunOnAllThreads(() => Race(source)) > 0,
            "There is no reason for a core of its own."
        );
    }

    [Fact]
    public void An_operation_that_is_awaited_first_allocates_nothing()
    {
        var source = new TestSource();

        Assert.Equal(
            0,
            Allocations.OnThisThread(() =>
            {
                var awaiter = source.Begin().ConfigureAwait(false).GetAwaiter();
                awaiter.UnsafeOnCompleted(_resume);
                source.Succeed(1);
                _sum += awaiter.GetResult();
            })
        );
    }

    [Fact]
    public void A_method_that_awaits_an_operation_which_completes_first_allocates_nothing()
    {
        var source = new TestSource();
        var complete = () => source.Succeed(1);

        Assert.Equal(
            0,
            Allocations.OnThisThread(() =>
            {
                var task = RacingMethods.SumTwoAsync(source, complete);
                Assert.True(task.IsCompletedSuccessfully);
                _sum += task.GetAwaiter().GetResult();
            })
        );
        Assert.Equal(source.Recycled, _sum);
    }

    [Fact]
    public async Task A_limited_call_that_gets_its_place_before_it_is_awaited_allocates_nothing()
    {
        var limiter = new ConcurrencyLimiter("Reserve", limit: 1, queueLimit: 1);
        await limiter.EnterAsync(default);

        Assert.Equal(
            0,
            Allocations.PerRunOnAllThreads(() =>
            {
                var task = limiter.EnterAsync(default);
                var awaiter = task.ConfigureAwait(false).GetAwaiter();
                Assert.False(awaiter.IsCompleted);
                limiter.Exit();
                task.SpinOrHang();
                var before = _calls;
                awaiter.UnsafeOnCompleted(_resume);
                Assert.True(_calls > before, "The awaiter was not resumed at once.");
                awaiter.GetResult();
            })
        );
    }

    private void Race(ITestSource source)
    {
        var awaiter = source.Begin().ConfigureAwait(false).GetAwaiter();
        Assert.False(awaiter.IsCompleted);
        source.Succeed(1);
        awaiter.UnsafeOnCompleted(_resume);
        Assert.True(_resumed.WaitOne(TimeSpan.FromMinutes(2)), "The awaiter was not resumed.");
        _sum += awaiter.GetResult();
    }
}
