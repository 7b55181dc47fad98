#pragma warning disable CA2012, CA5394, xUnit1031 // The tests take results directly, on the thread that holds the lock. The random calls are no secrets.

using Sluice.CompilerServices;

namespace Sluice.Tests.CompilerServices.Policies;

/// <summary>
/// Callers that enter, leave and give up at the same moment. Callers that must wait and callers that pass their place on meet under
/// the lock. A test that holds the lock sees which callers are waiting for it, and can enter itself.
/// </summary>
public sealed class ConcurrencyLimiterRaceTests
{
    [Fact]
    public async Task A_place_that_is_owed_to_one_who_has_given_up_is_not_there_twice()
    {
        var limiter = await LimitedCalls.OccupiedAsync(limit: 1);
        using var source = new CancellationTokenSource();
        var waiting = limiter.EnterAsync(source.Token).AsTask();
        Thread leaving;
        lock (limiter.Gate)
        {
            leaving = Start(limiter.Exit);
            WaitUntilLeft(limiter, 0);

            source.Cancel();

            Assert.Equal(1, limiter.Available);
            Assert.True(limiter.EnterAsync(default).IsCompletedSuccessfully);
        }

        leaving.JoinOrHang();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.OrHang());
        await LimitedCalls.AssertIsWholeAsync(limiter, limit: 1, taken: 1);
    }

    [Fact]
    public async Task A_place_that_is_owed_goes_to_the_next_where_the_first_has_given_up()
    {
        var limiter = await LimitedCalls.OccupiedAsync(limit: 1);
        using var source = new CancellationTokenSource();
        var first = limiter.EnterAsync(source.Token).AsTask();
        var second = limiter.EnterAsync(default).AsTask();
        Thread leaving;
        lock (limiter.Gate)
        {
            leaving = Start(limiter.Exit);
            WaitUntilLeft(limiter, -1);
            source.Cancel();
            Assert.Equal(0, limiter.Available);
        }

        leaving.JoinOrHang();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.OrHang());
        await second.OrHang();
        await LimitedCalls.AssertIsWholeAsync(limiter, limit: 1, taken: 1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_place_is_kept_for_one_who_is_on_the_way_to_the_queue(int queueLimit)
    {
        var limiter = await LimitedCalls.OccupiedAsync(limit: 1, queueLimit);
        var coming = default(Task);
        Thread caller;
        lock (limiter.Gate)
        {
            caller = Start(() => coming = limiter.EnterAsync(default).AsTask());
            WaitUntilLeft(limiter, -1);

            limiter.Exit();

            // No caller can overtake the earlier one.
            Assert.Equal(0, limiter.Available);
        }

        caller.JoinOrHang();
        await coming!.OrHang();
        await LimitedCalls.AssertIsWholeAsync(limiter, limit: 1, taken: 1);
    }

    [Fact]
    public async Task One_who_is_on_the_way_and_is_turned_away_while_another_leaves_takes_no_place_with_it()
    {
        for (var round = 0; round < 200; round++)
        {
            var limiter = await LimitedCalls.OccupiedAsync(limit: 1, queueLimit: 0);
            var coming = default(Task);
            Thread caller;
            Thread leaving;
            lock (limiter.Gate)
            {
                caller = Start(() => coming = limiter.EnterAsync(default).AsTask());
                WaitUntilLeft(limiter, -1);
                leaving = Start(limiter.Exit);
                WaitUntilLeft(limiter, 0);
            }

            caller.JoinOrHang();
            leaving.JoinOrHang();

            // The call is accepted or rejected, depending on the thread that gets the lock first.
            var failure = await Record.ExceptionAsync(() => coming!.OrHang());
            Assert.True(failure is null or StageRejectedException, $"{failure}");
            await LimitedCalls.AssertIsWholeAsync(limiter, limit: 1, taken: failure is null ? 1 : 0);
        }
    }

    [Fact]
    public async Task A_cancellation_that_comes_late_does_not_reach_another_caller()
    {
        var limiter = await LimitedCalls.OccupiedAsync(limit: 1);
        using var source = new CancellationTokenSource();
        var waiting = limiter.EnterAsync(source.Token);
        Thread cancelling;
        ValueTask[] others;
        lock (limiter.Gate)
        {
            cancelling = Start(source.Cancel);

            // The callback runs on that thread only after the token is cancelled, and blocks at the lock.
            HangGuard.SpinUntil(
                () => (cancelling.ThreadState & ThreadState.WaitSleepJoin) != 0,
                "The callback has not come to the lock."
            );
            limiter.Exit();
            waiting.SpinOrHang();
            waiting.GetAwaiter().GetResult();
            others = [.. Enumerable.Range(0, 1000).Select(_ => limiter.EnterAsync(default))];
        }

        cancelling.JoinOrHang();
        Assert.Equal(1000, limiter.Waiting);
        foreach (var other in others)
        {
            limiter.Exit();
            await other.OrHang();
        }

        await LimitedCalls.AssertIsWholeAsync(limiter, limit: 1, taken: 1);
    }

    [Fact]
    public async Task No_place_is_lost_or_given_twice_whatever_is_cancelled_meanwhile()
    {
        const int Limit = 2;
        const int Calls = 10_000;
        const int Callers = 4;
        var limiter = new ConcurrencyLimiter("Reserve", Limit, 1);
        var underWay = 0;
        var done = 0;
        var cancelled = 0;
        var rejected = 0;
        var left = Callers;
        Threads.Run(
            Callers + 1,
            number =>
            {
                var random = new Random(number);
                if (number == Callers)
                {
                    HoldUp(random);
                    return;
                }

                try
                {
                    for (var i = 0; i < Calls; i++)
                    {
                        Call(random);
                    }
                }
                finally
                {
                    Interlocked.Decrement(ref left);
                }
            }
        );

        Assert.Equal(Callers * Calls, done + cancelled + rejected);
        Assert.True(done > 0 && cancelled > 0 && rejected > 0, $"{done} {cancelled} {rejected}");
        Assert.Equal(Limit, limiter.Available);
        Assert.Equal(0, limiter.Waiting);
        await LimitedCalls.AssertIsWholeAsync(limiter, Limit, taken: 0);

        // Delays the callers that are about to take the lock, so that others overtake them.
        void HoldUp(Random random)
        {
            while (Volatile.Read(ref left) > 0)
            {
                lock (limiter.Gate)
                {
                    Thread.SpinWait(random.Next(200));
                    if (random.Next(8) == 0)
                    {
                        Thread.Yield();
                    }
                }

                Thread.SpinWait(random.Next(20));
            }
        }

        void Call(Random random)
        {
            using var source = new CancellationTokenSource();
            var task = limiter.EnterAsync(source.Token);
            if (!task.IsCompleted)
            {
                Thread.SpinWait(random.Next(40));
                if (random.Next(2) == 0)
                {
                    source.Cancel();
                }

                task.SpinOrHang();
            }

            try
            {
                task.GetAwaiter().GetResult();
            }
            catch (OperationCanceledException)
            {
                Interlocked.Increment(ref cancelled);
                return;
            }
            catch (StageRejectedException)
            {
                Interlocked.Increment(ref rejected);
                return;
            }

            Assert.InRange(Interlocked.Increment(ref underWay), 1, Limit);
            Interlocked.Increment(ref done);
            Thread.SpinWait(random.Next(40));
            if (random.Next(2) == 0)
            {
                // Lets other callers enter in between, even on a busy machine.
                Thread.Yield();
            }

            Interlocked.Decrement(ref underWay);
            limiter.Exit();
        }
    }

    /// <summary>Waits until the counter includes the callers that are about to take the lock.</summary>
    private static void WaitUntilLeft(ConcurrencyLimiter limiter, long left) =>
        HangGuard.SpinUntil(() => limiter.Left == left, $"The counter does not come to {left}.");

    private static Thread Start(Action action)
    {
        var thread = new Thread(() => action()) { IsBackground = true };
        thread.Start();
        return thread;
    }
}
