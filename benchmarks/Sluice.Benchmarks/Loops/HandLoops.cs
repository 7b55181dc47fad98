using System.Runtime.CompilerServices;
using Sluice.Benchmarks.Work;

namespace Sluice.Benchmarks.Loops;

/// <summary>The same loops by hand, with the token looked at before each stage, and answers that say the same.</summary>
internal sealed class HandLoops(Steps steps)
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Called(int start, CancellationToken token)
    {
        var value = start;
        for (var round = 0; round < LoopStages.Rounds; round++)
        {
            token.ThrowIfCancellationRequested();
            var scaled = LoopStages.Scale(value);
            token.ThrowIfCancellationRequested();
            var half = LoopStages.Halve(scaled);
            token.ThrowIfCancellationRequested();
            var (isDone, next) = Decide(value, half);
            if (isDone)
            {
                return half;
            }

            value = next;
        }

        throw new LoopExhaustedException("Decide", LoopStages.Rounds);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Trivial(int start, CancellationToken token)
    {
        var value = start;
        for (var round = 0; round < LoopStages.Rounds; round++)
        {
            token.ThrowIfCancellationRequested();
            var scaled = LoopStages.ScaleInline(value);
            token.ThrowIfCancellationRequested();
            var half = LoopStages.HalveInline(scaled);
            token.ThrowIfCancellationRequested();
            if (value % LoopStages.Rounds == LoopStages.Rounds - 1)
            {
                return half;
            }

            value++;
        }

        throw new LoopExhaustedException("Decide", LoopStages.Rounds);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<int> ChainAsync(int start)
    {
        var value = start;
        for (var round = 0; round < LoopStages.Rounds; round++)
        {
            var first = await steps.AddAsync(value).ConfigureAwait(false);
            var second = await steps.AddAsync(first).ConfigureAwait(false);
            if (round == LoopStages.Rounds - 1)
            {
                return second;
            }

            value = second;
        }

        throw new LoopExhaustedException("Decide", LoopStages.Rounds);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<int> WideAsync(int start)
    {
        var value = start;
        for (var round = 0; round < LoopStages.Rounds; round++)
        {
            var a = steps.AddAsync(value);
            var b = steps.AddAsync(value);
            var c = steps.AddAsync(value);
            var sum = await a.ConfigureAwait(false) + await b.ConfigureAwait(false) + await c.ConfigureAwait(false);
            if (round == LoopStages.Rounds - 1)
            {
                return sum;
            }

            value = sum;
        }

        throw new LoopExhaustedException("Decide", LoopStages.Rounds);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (bool IsDone, int Next) Decide(int value, double half) =>
        value % LoopStages.Rounds == LoopStages.Rounds - 1 ? (true, (int)half) : (false, value + 1);
}
