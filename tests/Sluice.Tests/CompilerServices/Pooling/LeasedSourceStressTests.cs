#pragma warning disable CA2012, xUnit1031 // Results are taken by hand, and wrongly, on purpose.

using Sluice.Tests.CompilerServices.Policies;

namespace Sluice.Tests.CompilerServices.Pooling;

/// <summary>Threads that complete, await and take the result of one operation at the same moment.</summary>
public sealed class LeasedSourceStressTests
{
    private const int Rounds = 20_000;

    private readonly TestSource _source = new();
    private ValueTask<int> _task;
    private int _round;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_continuation_is_called_once_with_its_result(bool asksFirst)
    {
        var calls = 0;
        var atOnce = 0;
        RunRounds(
            threads: 2,
            (number, round) =>
            {
                if (number == 0)
                {
                    _source.Succeed(round);
                    return;
                }

                var awaiter = _task.ConfigureAwait(false).GetAwaiter();
                if (asksFirst && awaiter.IsCompleted)
                {
                    Assert.Equal(round, awaiter.GetResult());
                    Interlocked.Increment(ref calls);
                    return;
                }

                var thread = Environment.CurrentManagedThreadId;
                awaiter.UnsafeOnCompleted(() =>
                {
                    Assert.Equal(round, awaiter.GetResult());
                    Interlocked.Increment(ref calls);
                    atOnce += Environment.CurrentManagedThreadId == thread ? 1 : 0;
                });
            },
            round => Assert.Equal(round, calls)
        );

        Assert.Equal(Rounds, _source.Recycled);
        Assert.True(asksFirst || atOnce > 0, "No operation has completed before it was awaited.");
    }

    [Fact]
    public void Of_several_awaiters_one_is_resumed_with_its_own_state()
    {
        const int Awaiters = 2;
        var resumed = 0;
        var refused = 0;
        var registered = new bool[Awaiters];
        var called = new bool[Awaiters];
        RunRounds(
            threads: Awaiters + 1,
            (number, round) =>
            {
                if (number == Awaiters)
                {
                    _source.Succeed(round);
                    return;
                }

                registered[number] = false;
                called[number] = false;
                try
                {
                    _task.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(() => called[number] = true);
                    registered[number] = true;
                    Interlocked.Increment(ref resumed);
                }
                catch (InvalidOperationException)
                {
                    Interlocked.Increment(ref refused);
                }
            },
            round =>
            {
                Assert.Equal((round, round * (Awaiters - 1)), (resumed, refused));
                Assert.Equal(registered, called);
                Assert.Equal(round, _task.GetAwaiter().GetResult());
            }
        );
    }

    [Fact]
    public void Of_several_threads_that_take_a_result_one_gets_it()
    {
        const int Takers = 2;
        var taken = 0;
        var refused = 0;
        RunRounds(
            threads: Takers + 1,
            (number, round) =>
            {
                if (number == Takers)
                {
                    _source.Succeed(round);
                    return;
                }

                try
                {
                    // The other may have taken the result: then the status is refused too.
                    HangGuard.SpinUntil(() => _task.IsCompleted, "The operation does not complete.");
                    Assert.Equal(round, _task.GetAwaiter().GetResult());
                    Interlocked.Increment(ref taken);
                }
                catch (InvalidOperationException)
                {
                    Interlocked.Increment(ref refused);
                }
            },
            round => Assert.Equal((round, round * (Takers - 1), round), (taken, refused, _source.Recycled))
        );
    }

    /// <summary>Begins an operation in each round, and runs the code on all threads at once.</summary>
    private void RunRounds(int threads, Action<int, int> run, Action<int> check)
    {
        using var barrier = new Barrier(
            threads,
            _ =>
            {
                if (_round > 0)
                {
                    check(_round);
                }

                _round++;
                _task = _round <= Rounds ? _source.Begin() : default;
            }
        );
        Threads.Run(
            threads,
            number =>
            {
                barrier.SignalAndWaitOrHang();
                for (var round = 1; round <= Rounds; round++)
                {
                    run(number, round);
                    barrier.SignalAndWaitOrHang();
                }
            }
        );
    }
}
