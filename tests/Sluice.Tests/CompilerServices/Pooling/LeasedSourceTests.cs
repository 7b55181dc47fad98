#pragma warning disable CA2012, xUnit1030, xUnit1031 // Results are taken by hand, and wrongly, on purpose; the context of the test is not theirs.

using System.Threading.Tasks.Sources;

namespace Sluice.Tests.CompilerServices.Pooling;

public sealed class LeasedSourceTests
{
    private readonly TestSource _source = new();
    private int _calls;

    [Fact]
    public void A_result_can_be_taken_once_after_the_operation_has_completed()
    {
        var task = _source.Begin();
        Assert.False(task.IsCompleted);
        var early = Assert.Throws<InvalidOperationException>(() => task.GetAwaiter().GetResult());
        Assert.Contains("has not completed yet", early.Message, StringComparison.Ordinal);

        _source.Succeed(3);

        Assert.True(task.IsCompletedSuccessfully);
        Assert.Equal(3, task.GetAwaiter().GetResult());
        Assert.Equal(1, _source.Recycled);
        var late = Assert.Throws<InvalidOperationException>(() => task.GetAwaiter().GetResult());
        Assert.Contains("can be awaited only once", late.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_task_whose_lease_has_ended_has_nothing_to_do_with_the_next()
    {
        var task = _source.Begin();
        _source.Succeed(1);
        _ = task.GetAwaiter().GetResult();
        var next = _source.Begin();
        _source.Succeed(2);

        Assert.Throws<InvalidOperationException>(() => task.IsCompleted);
        Assert.Throws<InvalidOperationException>(() =>
            task.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(Count)
        );
        Assert.Throws<InvalidOperationException>(() => task.GetAwaiter().GetResult());

        Assert.Equal(2, next.GetAwaiter().GetResult());
        Assert.Equal(0, _calls);
    }

    [Fact]
    public void A_task_cannot_be_used_before_or_between_leases()
    {
        var unleased = new ValueTask<int>(_source, _source.Version);

        Assert.Throws<InvalidOperationException>(() => unleased.IsCompleted);
        Assert.Throws<InvalidOperationException>(() => unleased.GetAwaiter().GetResult());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_task_can_be_awaited_once(bool completes)
    {
        var task = _source.Begin();
        task.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(Count);
        if (completes)
        {
            _source.Succeed(1);
        }

        Assert.Throws<InvalidOperationException>(() =>
            task.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(Count)
        );

        if (!completes)
        {
            _source.Succeed(1);
        }

        Assert.Equal(1, _calls);
        Assert.Equal(1, task.GetAwaiter().GetResult());
    }

    [Fact]
    public void A_continuation_is_required() =>
        Assert.Throws<ArgumentNullException>(() =>
            ((IValueTaskSource<int>)_source).OnCompleted(null!, null, 0, ValueTaskSourceOnCompletedFlags.None)
        );

    [Fact]
    public void An_operation_completes_once()
    {
        var task = _source.Begin();
        _source.Succeed(1);

        Assert.Throws<InvalidOperationException>(() => _source.Succeed(2));
        Assert.Throws<InvalidOperationException>(() => _source.Fail(new FormatException(), isCancellation: false));

        Assert.Equal(1, task.GetAwaiter().GetResult());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_failure_is_a_cancellation_if_the_source_says_so(bool isCancellation)
    {
        var task = _source.Begin();
        var exception = new OperationCanceledException();

        _source.Fail(exception, isCancellation);

        Assert.Equal((isCancellation, !isCancellation), (task.IsCanceled, task.IsFaulted));
        Assert.Same(exception, Assert.Throws<OperationCanceledException>(() => task.GetAwaiter().GetResult()));
        Assert.Equal(1, _source.Recycled);
        Assert.Throws<InvalidOperationException>(() => task.GetAwaiter().GetResult());
    }

    [Fact]
    public void A_failure_does_not_stay_for_the_next_lease()
    {
        var task = _source.Begin();
        _source.Fail(new FormatException(), isCancellation: false);
        Assert.Throws<FormatException>(() => task.GetAwaiter().GetResult());

        var next = _source.BeginEffect();
        Assert.False(next.IsCompleted);
        _source.Succeed(1);

        Assert.True(next.IsCompletedSuccessfully);
        next.GetAwaiter().GetResult();
    }

    [Fact]
    public void A_source_is_spent_when_it_has_used_all_versions()
    {
        const int Versions = 1 << 16;
        for (var lease = 1; lease <= Versions; lease++)
        {
            var task = _source.Begin();
            _source.Succeed(lease);
            Assert.Equal(lease, task.GetAwaiter().GetResult());
            Assert.Equal(lease == Versions, _source.IsSpent);
        }

        Assert.Equal(Versions, _source.Recycled);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_operation_that_completes_first_is_resumed_by_the_awaiter(bool queuesContinuation)
    {
        var source = new TestSource(queuesContinuation);
        var awaiter = source.Begin().ConfigureAwait(false).GetAwaiter();
        Assert.False(awaiter.IsCompleted);
        source.Succeed(5);
        var result = 0;
        var thread = 0;

        awaiter.UnsafeOnCompleted(() => (result, thread) = (awaiter.GetResult(), Environment.CurrentManagedThreadId));

        Assert.Equal((5, Environment.CurrentManagedThreadId), (result, thread));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_awaiter_that_comes_first_is_resumed_as_the_source_says(bool queuesContinuation)
    {
        var source = new TestSource(queuesContinuation);
        var awaiter = source.Begin().ConfigureAwait(false).GetAwaiter();
        using var resumed = new ManualResetEventSlim();
        var thread = 0;
        awaiter.UnsafeOnCompleted(() =>
        {
            thread = Environment.CurrentManagedThreadId;
            resumed.Set();
        });

        var completing = new Thread(() => source.Succeed(5)) { IsBackground = true };
        completing.Start();
        resumed.WaitOrHang();

        Assert.Equal(queuesContinuation, thread != completing.ManagedThreadId);
        Assert.Equal(5, awaiter.GetResult());
    }

    [Fact]
    public async Task A_chain_of_operations_that_complete_first_does_not_use_up_the_stack()
    {
        const int Length = 200_000;
        var left = Length;
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Register();

        await end.Task.OrHang();

        Assert.Equal(Length, _source.Recycled);

        void Register()
        {
            var awaiter = _source.Begin().ConfigureAwait(false).GetAwaiter();
            _source.Succeed(left);
            awaiter.UnsafeOnCompleted(() =>
            {
                Assert.Equal(left, awaiter.GetResult());
                if (--left == 0)
                {
                    end.SetResult();
                }
                else
                {
                    Register();
                }
            });
        }
    }

    [Fact]
    public async Task A_method_of_the_language_may_await_a_chain_of_operations_that_complete_first()
    {
        const int Length = 200_000;

        Assert.Equal(Length, await RacingMethods.SumAsync(_source, () => _source.Succeed(1), Length).OrHang());
    }

    private void Count() => _calls++;
}
