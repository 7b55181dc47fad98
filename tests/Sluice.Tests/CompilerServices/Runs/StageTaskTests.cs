using Sluice.CompilerServices;

namespace Sluice.Tests.CompilerServices.Runs;

/// <summary>The tasks of stages in a run object, and the start of stages in order.</summary>
public sealed class StageTaskTests
{
    [Fact]
    public void A_task_that_has_ended_gives_its_value_at_once()
    {
        var task = default(StageTask<int>);

        Assert.True(task.Start(new ValueTask<int>(3)));
        Assert.Equal(3, task.Value);
    }

    [Fact]
    public async Task A_task_that_is_under_way_calls_back_and_then_gives_its_value()
    {
        var source = new TaskCompletionSource<int>();
        var called = new TaskCompletionSource();
        var task = default(StageTask<int>);

        Assert.False(task.Start(new ValueTask<int>(source.Task)) || task.Wait(called.SetResult));
        Assert.Equal((0, false), (task.Value, called.Task.IsCompleted));
        source.SetResult(3);
        await called.Task;
        task.Take();

        Assert.Equal(3, task.Value);
    }

    [Fact]
    public void What_a_task_gives_can_be_taken_without_being_kept()
    {
        var task = default(StageTask<int>);
        task.Begin(new ValueTask<int>(3));

        Assert.True(task.IsCompleted);
        Assert.Equal(3, task.Result());
        Assert.Equal(0, task.Value);
    }

    [Fact]
    public void A_task_that_failed_throws_when_it_is_taken()
    {
        var task = default(StageTask<int>);

        Assert.Throws<TimeoutException>(() =>
            task.Start(new ValueTask<int>(Task.FromException<int>(new TimeoutException())))
        );
    }

    [Fact]
    public async Task An_effect_is_waited_for_in_the_same_way()
    {
        var source = new TaskCompletionSource();
        var called = new TaskCompletionSource();
        var task = default(StageTask);

        Assert.True(task.Start(default));
        Assert.False(task.Start(new ValueTask(source.Task)) || task.Wait(called.SetResult));
        source.SetException(new TimeoutException());
        await called.Task;

        Assert.True(task.IsCompleted);
        Assert.Throws<TimeoutException>(() => task.Take());
    }

    [Fact]
    public void A_stage_that_starts_is_noted()
    {
        var at = -1;

        StageStart.Enter(ref at, 2, CancellationToken.None);

        Assert.Equal(2, at);
    }

    [Fact]
    public void A_stage_before_which_the_run_is_cancelled_is_noted_as_not_started()
    {
        var at = 1;
        var token = new CancellationToken(canceled: true);

        var exception = Assert.Throws<OperationCanceledException>(() => StageStart.Enter(ref at, 2, token));

        Assert.Equal(token, exception.CancellationToken);
        Assert.Equal(~2, at);
    }

    [Fact]
    public void The_last_predecessor_makes_a_join_ready()
    {
        var small = default(SmallReadySet);
        var large = new LargeReadySet(new ulong[2]);
        var (first, second) = (2, 2);

        small.Release(ref first, 5);
        large.Release(ref second, 70);
        Assert.False(small.TryTake(out _) || large.TryTake(out _));
        small.Release(ref first, 5);
        large.Release(ref second, 70);

        Assert.True(small.TryTake(out var taken) && taken == 5);
        Assert.True(large.TryTake(out taken) && taken == 70);
    }
}
