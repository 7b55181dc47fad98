using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Loops;

/// <summary>Loops with very many rounds, and many runs of a loop at once.</summary>
public sealed partial class LoopDepthTests
{
    private const int Rounds = 100_000;

    [Fact]
    public void Many_rounds_do_not_grow_the_stack()
    {
        Assert.Equal(Rounds, OnSmallStack(() => Straight.Run(0)));
        Assert.Equal(Rounds, OnSmallStack(() => Taken.From(new Sequential(new InlineSteps(0)).RunAsync(0))));
        Assert.Equal(Rounds, OnSmallStack(() => Taken.From(new Concurrent(new InlineSteps(0)).RunAsync(0))));
    }

    [Fact]
    public async Task Many_rounds_that_suspend_do_not_grow_the_stack()
    {
        Assert.Equal(Rounds, await new Sequential(new InlineSteps(1)).RunAsync(0).OrHang());
        Assert.Equal(Rounds, await new Concurrent(new InlineSteps(1)).RunAsync(0).OrHang());
    }

    [Fact]
    public async Task Runs_of_a_loop_do_not_disturb_each_other()
    {
        var pipeline = new Concurrent(new InlineSteps(7));

        var results = await Task.WhenAll(
                Enumerable.Range(0, 200).Select(run => Task.Run(() => pipeline.RunAsync(Rounds - run).AsTask()))
            )
            .OrHang();

        Assert.All(results, result => Assert.Equal(Rounds, result));
    }

    private static long OnSmallStack(Func<long> run)
    {
        var result = 0L;
        var thread = new Thread(() => result = run(), maxStackSize: 256 * 1024) { IsBackground = true };
        thread.Start();
        thread.JoinOrHang();
        return result;
    }

    /// <summary>Yields in every round whose number the period divides, or never if the period is 0.</summary>
    private sealed class InlineSteps(int period)
    {
        public async ValueTask<T> NextAsync<T>(int number, T value)
        {
            if (period > 0 && number % period == 0)
            {
                await Task.Yield();
            }

            return value;
        }
    }

    [Pipeline]
    private static partial class Straight
    {
        public static partial long Run(int start);

        [Stage]
        private static short Look([Carried] int number) => 0;

        [Stage, Loop(MaxRounds = Rounds + 1)]
        private static Loop<int, long> Decide([Carried] int number, short looked) =>
            number == Rounds ? Loop.Done((long)number) : Loop.Again(number + 1);
    }

    [Pipeline]
    private sealed partial class Sequential(InlineSteps steps)
    {
        public partial ValueTask<long> RunAsync(int start);

        [Stage]
        private ValueTask<short> LookAsync([Carried] int number) => steps.NextAsync(number, (short)0);

        [Stage, Loop(MaxRounds = Rounds + 1)]
        private static Loop<int, long> Decide([Carried] int number, short looked) =>
            number == Rounds ? Loop.Done((long)number) : Loop.Again(number + 1);
    }

    [Pipeline]
    private sealed partial class Concurrent(InlineSteps steps)
    {
        public partial ValueTask<long> RunAsync(int start);

        [Stage]
        private ValueTask<short> LookAsync([Carried] int number) => steps.NextAsync(number, (short)0);

        [Stage]
        private ValueTask<byte> AlsoAsync([Carried] int number) => steps.NextAsync(number + 1, (byte)0);

        [Stage, Loop(MaxRounds = Rounds + 1)]
        private static Loop<int, long> Decide([Carried] int number, short looked, byte also) =>
            number == Rounds ? Loop.Done((long)number) : Loop.Again(number + 1);
    }
}
