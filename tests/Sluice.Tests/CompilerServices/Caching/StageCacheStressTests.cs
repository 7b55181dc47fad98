using Sluice.CompilerServices;

#pragma warning disable CA5394 // A fixed seed produces the same calls in every run.

namespace Sluice.Tests.CompilerServices.Caching;

/// <summary>Many threads, few keys, and calls that succeed, fail and are cancelled at any moment.</summary>
public sealed class StageCacheStressTests
{
    private const int Keys = 5;
    private const int Workers = 16;
    private const int CallsOfEach = 3_000;

    private readonly int[] _leaders = new int[Keys];
    private readonly int[] _endedCalls = new int[Keys];
    private int _seed;
    private int _mistakes;

    // A size that holds all keys and one that does not, with and without a store.
    [Theory]
    [InlineData(Keys, false)]
    [InlineData(2, false)]
    [InlineData(Keys, true)]
    public async Task Of_one_key_one_call_leads_at_a_time_and_nobody_waits_for_ever(int size, bool hasStore)
    {
        // Values expire soon, because the clock advances each time it is read.
        var cache = new StageCache<int, string>("Pipeline.Stage", TimeSpan.FromTicks(40), size);
        var stage = new CachedStage<int, string>(
            cache,
            new CountingClock(),
            CallStageAsync,
            hasStore ? new ForgetfulStore() : null
        );

        var workers = Enumerable.Range(0, Workers).Select(_ => Task.Run(() => WorkAsync(stage))).ToArray();
        var counts = await Task.WhenAll(workers);

        Assert.Equal(0, _mistakes);
        Assert.All(_leaders, leaders => Assert.Equal(0, leaders));
        Assert.Equal(Workers * CallsOfEach, counts.Sum(count => count.Values + count.Failures + count.Cancellations));
        Assert.InRange(stage.Calls, 1_000, (Workers * CallsOfEach) - 1);
        Assert.True(counts.Sum(count => count.Failures) > 100);
        Assert.True(counts.Sum(count => count.Cancellations) > 100);

        // After all calls, each key can have a leader again.
        for (var key = 0; key < Keys; key++)
        {
            var entry = await cache.EnterAsync(key, new ForgetfulStore(), TimeProvider.System, CancellationToken.None);
            Assert.False(entry.TryGetValue(out _));
        }
    }

    private async Task<(int Values, int Failures, int Cancellations)> WorkAsync(CachedStage<int, string> stage)
    {
        var random = new Random(Interlocked.Increment(ref _seed));
        var (values, failures, cancellations) = (0, 0, 0);
        for (var i = 0; i < CallsOfEach; i++)
        {
            var key = random.Next(Keys);
            using var cancellation = new CancellationTokenSource();
            var call = stage.CallAsync(key, cancellation.Token).AsTask();
            if (random.Next(4) == 0)
            {
                await Task.Yield();
                await cancellation.CancelAsync();
            }

            try
            {
                if (await call != $"{key}")
                {
                    Interlocked.Increment(ref _mistakes);
                }

                values++;
            }
            catch (InvalidOperationException)
            {
                failures++;
            }
            catch (OperationCanceledException exception)
            {
                // No call is cancelled by the token of another call.
                if (exception.CancellationToken != cancellation.Token)
                {
                    Interlocked.Increment(ref _mistakes);
                }

                cancellations++;
            }
        }

        return (values, failures, cancellations);
    }

    private async ValueTask<string> CallStageAsync(int key, CancellationToken token)
    {
        if (Interlocked.Increment(ref _leaders[key]) != 1)
        {
            Interlocked.Increment(ref _mistakes);
        }

        try
        {
            var number = Interlocked.Increment(ref _endedCalls[key]);
            for (var i = 0; i < number % 4; i++)
            {
                await Task.Yield();
                token.ThrowIfCancellationRequested();
            }

            return number % 7 == 0 ? throw new InvalidOperationException() : $"{key}";
        }
        finally
        {
            Interlocked.Decrement(ref _leaders[key]);
        }
    }

    private sealed class CountingClock : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Interlocked.Increment(ref _now);
    }

    /// <summary>A store that searches on another thread and mostly finds nothing.</summary>
    private sealed class ForgetfulStore : ICacheStore
    {
        private int _searches;

        public async ValueTask<Optional<TValue>> GetAsync<TKey, TValue>(
            string stage,
            TKey key,
            CancellationToken cancellationToken
        )
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            return Interlocked.Increment(ref _searches) % 5 == 0
                ? Optional.Value((TValue)(object)$"{key}")
                : Optional.Skip("forgotten");
        }

        public async ValueTask SetAsync<TKey, TValue>(
            string stage,
            TKey key,
            TValue value,
            TimeSpan timeToLive,
            CancellationToken cancellationToken
        )
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
