using Sluice.CompilerServices;

namespace Sluice.Tests.CompilerServices.Caching;

/// <summary>User code that throws while the cache calls it: keys, clocks and stores.</summary>
public sealed class StageCacheFaultTests
{
    private static readonly TimeSpan OneMinute = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whatever_throws_at_whichever_point_nobody_waits_for_ever(bool hasStore)
    {
        var points = 0;
        while (await ThrowsAtAsync(points + 1, hasStore))
        {
            points++;
        }

        // The memory cache compares keys and reads the clock. A store is called twice, and may throw synchronously or later.
        Assert.InRange(points, 8, 200);
    }

    [Fact]
    public async Task Values_are_still_let_go_of_when_the_comparison_of_keys_has_thrown()
    {
        for (var point = 1; ; point++)
        {
            var steps = new Steps(point);
            var stage = NewStage(steps, store: null, (_, _) => new("value"));
            for (var number = 0; number < 5; number++)
            {
                await CallAsync(stage, new SteppedKey(number, steps), steps);
            }

            var hasThrown = steps.HasThrown;
            steps.End();
            for (var number = 10; number < 13; number++)
            {
                Assert.Equal("value", await stage.CallAsync(new SteppedKey(number, steps)));
            }

            // Two values are kept, and the least recently used one is not among them.
            var calls = stage.Calls;
            await stage.CallAsync(new SteppedKey(12, steps));
            await stage.CallAsync(new SteppedKey(11, steps));
            Assert.Equal(calls, stage.Calls);
            await stage.CallAsync(new SteppedKey(10, steps));
            Assert.Equal(calls + 1, stage.Calls);
            if (!hasThrown)
            {
                return;
            }
        }
    }

    // Several callers need one key at the same time, later other keys are cached, and user code throws at the given point.
    private static async Task<bool> ThrowsAtAsync(int point, bool hasStore)
    {
        var steps = new Steps(point);
        var gate = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var stage = NewStage(steps, hasStore ? new SteppedStore(steps) : null, (_, _) => new(gate.Task));
        var calls = Enumerable.Range(0, 3).Select(_ => CallAsync(stage, new SteppedKey(1, steps), steps)).ToArray();
        gate.SetResult("value");
        await Task.WhenAll(calls).OrHang();
        await CallAsync(stage, new SteppedKey(2, steps), steps).OrHang();
        await CallAsync(stage, new SteppedKey(3, steps), steps).OrHang();
        var hasThrown = steps.HasThrown;

        steps.End();
        for (var number = 1; number <= 3; number++)
        {
            Assert.Equal("value", await stage.CallAsync(new SteppedKey(number, steps)).OrHang());
        }

        return hasThrown;
    }

    private static async Task CallAsync(CachedStage<SteppedKey, string> stage, SteppedKey key, Steps steps)
    {
        try
        {
            Assert.Equal("value", await stage.CallAsync(key));
        }
        catch (InvalidDataException exception)
        {
            // The exception reaches the caller unchanged.
            Assert.Same(steps.Fault, exception);
        }
    }

    private static CachedStage<SteppedKey, string> NewStage(
        Steps steps,
        ICacheStore? store,
        Func<SteppedKey, CancellationToken, ValueTask<string>> stage
    ) => new(new("Pipeline.Stage", OneMinute, size: 2), new SteppedClock(steps), stage, store);
}
