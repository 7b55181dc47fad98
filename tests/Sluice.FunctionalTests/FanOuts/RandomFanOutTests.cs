using Sluice.CompilerServices.Elements;
using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.FanOuts;

/// <summary>Thousands of random fan-outs, compared with the results of a loop.</summary>
public sealed class RandomFanOutTests
{
    private const int FanOuts = 3_000;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_fan_out_gives_what_a_loop_gives(int seed)
    {
        var random = new Random(seed);
        for (var number = 0; number < FanOuts; number++)
        {
            var script = Script.Draw(random);

            var run = script.RunAsync().AsTask();
            if (script.FailsAt < 0)
            {
                Assert.Equal(script.Expected(), await run.OrHang());
            }
            else
            {
                await Assert.ThrowsAsync<InvalidDataException>(() => run.OrHang());
            }

            // Runs are structured: every element that started has ended.
            Assert.Equal(0, script.UnderWay);
            Assert.False(script.ExceededItsLimit, $"Fan-out {number} of seed {seed}: {script}");
        }
    }

    private sealed record Script(
        SourceKind Kind,
        int Count,
        int Limit,
        bool Offload,
        int YieldsEvery,
        int SkipsEvery,
        int FailsAt
    )
    {
        private int _underWay;

        public int UnderWay => _underWay;

        public bool ExceededItsLimit { get; private set; }

#pragma warning disable CA5394 // A fixed seed produces the same fan-outs in every run.
        public static Script Draw(Random random)
        {
            var count = random.Next(10) == 0 ? random.Next(300) : random.Next(12);
            return new Script(
                (SourceKind)random.Next(5),
                count,
                random.Next(5),
                random.Next(3) == 0,
                random.Next(1, 5),
                random.Next(2, 6),
                count > 0 && random.Next(4) == 0 ? random.Next(count) : -1
            );
        }
#pragma warning restore CA5394

        public ValueTask<int[]> RunAsync() =>
            Fan.CollectAsync<ValuesOfOptionals<int>, Optional<int>, int>(
                Kind,
                [.. Enumerable.Range(0, Count)],
                CallAsync,
                Limit,
                Offload
            );

        public IEnumerable<int> Expected() =>
            Enumerable.Range(0, Count).Where(item => item % SkipsEvery != 1).Select(item => item * 3);

        private async ValueTask<Optional<int>> CallAsync(int item, CancellationToken token)
        {
            var limit =
                Limit > 0 ? Limit
                : Offload ? Environment.ProcessorCount
                : int.MaxValue;
            ExceededItsLimit |= Interlocked.Increment(ref _underWay) > limit;
            try
            {
                if (item % YieldsEvery == 0)
                {
                    await Task.Yield();
                }

                return item == FailsAt ? throw new InvalidDataException()
                    : item % SkipsEvery == 1 ? Optional.Skip("as drawn")
                    : item * 3;
            }
            finally
            {
                Interlocked.Decrement(ref _underWay);
            }
        }
    }
}
