#pragma warning disable CA5394 // The random steps are no secrets.

using Sluice.CompilerServices;

namespace Sluice.Tests.CompilerServices.Policies;

/// <summary>Many threads use time limits and take them from each other, while timers tick and tokens are cancelled.</summary>
public sealed class StageTimeoutStressTests
{
    private const int Workers = 4;
    private static readonly TimeSpan Never = TimeSpan.FromHours(1);

    [Fact]
    public void No_use_is_cancelled_by_the_tick_of_another_and_none_waits_for_a_tick_for_ever()
    {
        const int Uses = 5_000;
        var clock = new ManualTimeProvider();
        var left = Workers;
        var elapsed = 0;
        var handedOver = default(Use);
        Threads.Run(
            Workers + 1,
            number =>
            {
                if (number == Workers)
                {
                    Advance();
                    return;
                }

                try
                {
                    Work(new Random(number));
                }
                finally
                {
                    Interlocked.Decrement(ref left);
                }
            }
        );

        handedOver?.End(clock);
        Assert.True(elapsed > 50, $"{elapsed} uses were up.");
        clock.Advance(2 * Never);
        Assert.Equal(0, clock.TimersArmed);

        // Advances in steps that fall anywhere in the short limits and never reach the long one.
        void Advance()
        {
            var random = new Random(Workers);
            while (Volatile.Read(ref left) > 0)
            {
                clock.Advance(TimeSpan.FromTicks(random.Next(1, 500)));
            }
        }

        void Work(Random random)
        {
            for (var i = 0; i < Uses; i++)
            {
                var limit = random.Next(4) == 0 ? Never : TimeSpan.FromTicks(random.Next(1, 2000));
                var use = new Use(clock, limit);
                Thread.SpinWait(random.Next(50));
                use.Check(clock);
                switch (random.Next(16))
                {
                    case 0 when limit != Never:
                        // If a tick were lost, the limit would never elapse.
                        HangGuard.SpinUntil(() => use.IsUp, "The tick of the use was lost.");
                        Interlocked.Increment(ref elapsed);
                        break;
                    case < 4:
                        use = Interlocked.Exchange(ref handedOver, use);
                        break;
                }

                use?.End(clock);
            }
        }
    }

    [Fact]
    public void A_token_that_is_cancelled_while_its_limit_ends_never_reaches_another_use()
    {
        const int Uses = 3_000;
        var clock = new ManualTimeProvider();
        Threads.Run(
            2,
            number =>
            {
                for (var i = 0; i < Uses; i++)
                {
                    using var outer = new CancellationTokenSource();
                    var timeout = StageTimeout.Start(clock, Never, outer.Token);
                    var cancelling = new ManualCancellation(outer);
                    ThreadPool.UnsafeQueueUserWorkItem(cancelling, preferLocal: false);
                    Thread.SpinWait(i % 64);
                    Assert.False(timeout.HasElapsed);
                    timeout.End();
                    var next = StageTimeout.Start(clock, Never, default);
                    cancelling.WaitUntilCancelled();
                    Assert.False(next.Token.IsCancellationRequested);
                    next.End();
                }
            }
        );
    }

    [Fact]
    public void Timers_of_the_system_reach_only_the_uses_that_are_up()
    {
        Threads.Run(
            Workers,
            _ =>
            {
                for (var i = 0; i < 50; i++)
                {
                    for (var j = 0; j < 1000; j++)
                    {
                        var never = StageTimeout.Start(TimeProvider.System, Never, default);
                        Assert.False(never.Token.IsCancellationRequested);
                        never.End();
                    }

                    var outer = StageTimeout.Start(TimeProvider.System, Never, default);
                    var soon = StageTimeout.Start(
                        TimeProvider.System,
                        TimeSpan.FromMilliseconds(1),
                        outer.Token,
                        outer
                    );
                    Assert.True(
                        soon.Token.WaitHandle.WaitOne(TimeSpan.FromSeconds(30)),
                        "The tick of the use was lost."
                    );
                    Assert.True(soon.HasElapsed);
                    Assert.False(outer.Token.IsCancellationRequested);
                    soon.End();
                    outer.End();
                }
            }
        );
    }

    private sealed class ManualCancellation(CancellationTokenSource source) : IThreadPoolWorkItem
    {
        private volatile bool _isCancelled;

        public void Execute()
        {
            source.Cancel();
            _isCancelled = true;
        }

        public void WaitUntilCancelled() => HangGuard.SpinUntil(() => _isCancelled, "Nobody has cancelled.");
    }

    /// <summary>A use of a time limit, and the earliest time at which it may elapse.</summary>
    private sealed class Use
    {
        private readonly StageTimeout _timeout;
        private readonly TimeSpan _earliest;

        public Use(ManualTimeProvider clock, TimeSpan limit)
        {
            _earliest = clock.Elapsed + limit;
            _timeout = StageTimeout.Start(clock, limit, default);
        }

        public bool IsUp => _timeout.Token.IsCancellationRequested;

        public void Check(ManualTimeProvider clock)
        {
            if (IsUp)
            {
                Assert.True(_timeout.HasElapsed);
                Assert.True(clock.Elapsed >= _earliest);
            }
        }

        public void End(ManualTimeProvider clock)
        {
            Check(clock);
            _timeout.End();
        }
    }
}
