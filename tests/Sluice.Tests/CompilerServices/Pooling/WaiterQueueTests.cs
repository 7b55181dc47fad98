#pragma warning disable CA2012, xUnit1031 // Results are taken by hand, when they are there.

using System.Runtime.ExceptionServices;
using Sluice.CompilerServices;

namespace Sluice.Tests.CompilerServices.Pooling;

public sealed class WaiterQueueTests
{
    private readonly object _gate = new();
    private readonly WaiterQueue<TestWaiter, int> _queue;

    public WaiterQueueTests() => _queue = new WaiterQueue<TestWaiter, int>(_gate);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_waiter_may_leave_from_anywhere(int place)
    {
        lock (_gate)
        {
            TestWaiter[] waiters = [Add(), Add(), Add()];
            Assert.Equal(3, _queue.Count);

            _queue.Remove(waiters[place]);

            Assert.False(waiters[place].IsQueued);
            Assert.Equal(waiters.Where((_, index) => index != place), TakeAll());
            Assert.Equal(0, _queue.Count);
        }
    }

    [Fact]
    public void All_waiters_leave_in_the_order_in_which_they_came()
    {
        TestWaiter[] waiters;
        TestWaiter? removed;
        lock (_gate)
        {
            waiters = [Add(), Add(), Add()];
            removed = _queue.RemoveAll();
            Assert.Null(_queue.First);
            Assert.Equal(0, _queue.Count);
        }

        List<TestWaiter> order = [];
        for (; removed is not null; removed = WaiterQueue<TestWaiter, int>.TakeNext(removed))
        {
            Assert.False(removed.IsQueued);
            order.Add(removed);
        }

        Assert.Equal(waiters, order);
    }

    [Fact]
    public async Task A_wait_ends_with_its_result_and_the_waiter_is_used_again()
    {
        for (var result = 1; result <= 3; result++)
        {
            var (waiter, task) = Wait(default);
            lock (_gate)
            {
                _queue.Remove(waiter);
            }

            Assert.False(task.IsCompleted);
            waiter.End(result);

            Assert.Equal(result, await task.OrHang());
            Assert.Equal(1, waiter.Returned);
        }
    }

    [Fact]
    public async Task A_wait_ends_with_a_failure_that_keeps_its_stack()
    {
        var failure = ExceptionDispatchInfo.Capture(Assert.Throws<FormatException>(() => int.Parse("x", null)));
        var (waiter, task) = Wait(default);
        lock (_gate)
        {
            _queue.Remove(waiter);
        }

        waiter.End(failure);

        var thrown = await Assert.ThrowsAsync<FormatException>(() => task.OrHang());
        Assert.Same(failure.SourceException, thrown);
        Assert.Equal(1, waiter.Returned);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_cancelled_wait_leaves_the_queue_and_its_waiter_is_not_used_again(bool isCancelledBefore)
    {
        using var source = new CancellationTokenSource();
        if (isCancelledBefore)
        {
            await source.CancelAsync();
        }

        var (waiter, task) = Wait(source.Token);
        await source.CancelAsync();

        var thrown = await Assert.ThrowsAsync<OperationCanceledException>(() => task.OrHang());
        Assert.Equal(source.Token, thrown.CancellationToken);
        Assert.Equal((false, 0, 0), (waiter.IsQueued, _queue.Count, waiter.Returned));
    }

    [Fact]
    public async Task A_cancellation_that_comes_late_changes_nothing()
    {
        using var source = new CancellationTokenSource();
        var (waiter, task) = Wait(source.Token);
        lock (_gate)
        {
            _queue.Remove(waiter);
        }

        await source.CancelAsync();
        waiter.End(4);

        Assert.Equal(4, await task.OrHang());
        Assert.Equal(0, waiter.Returned);
    }

    private TestWaiter Add()
    {
        var waiter = new TestWaiter(_queue, _gate);
        _queue.Add(waiter);
        return waiter;
    }

    private (TestWaiter Waiter, ValueTask<int> Task) Wait(CancellationToken token)
    {
        TestWaiter waiter;
        lock (_gate)
        {
            waiter = Add();
        }

        return (waiter, waiter.WaitAsync(token));
    }

    private List<TestWaiter> TakeAll()
    {
        List<TestWaiter> waiters = [];
        while (_queue.First is { } first)
        {
            _queue.Remove(first);
            waiters.Add(first);
        }

        return waiters;
    }
}
