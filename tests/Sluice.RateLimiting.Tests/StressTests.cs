#pragma warning disable CA5394 // A fixed seed produces the same calls in every run.

namespace Sluice.RateLimiting.Tests;

/// <summary>Many threads that call the limiter, give up, and advance the clock.</summary>
public sealed class StressTests
{
    private const int Workers = 12;
    private const int CallsOfEach = 2_000;
    private const int Permits = 3;

    [Theory]
    [InlineData(RateLimitAlgorithm.FixedWindow)]
    [InlineData(RateLimitAlgorithm.SlidingWindow)]
    [InlineData(RateLimitAlgorithm.TokenBucket)]
    public async Task Every_wait_ends_and_no_permit_is_given_twice_or_lost(RateLimitAlgorithm algorithm)
    {
        var time = new ManualTimeProvider();
        var limiter = Limits.New(Permits, algorithm, segments: 2, queueLimit: 8);
        var workers = Enumerable.Range(0, Workers).Select(seed => Task.Run(() => WorkAsync(limiter, time, seed)));
        var ended = Task.WhenAll(workers);

        // A call may begin to wait at any moment, so the clock advances until all workers have ended.
        var windows = 0;
        while (!ended.IsCompleted)
        {
            time.Advance(Limits.Second);
            windows++;
            await Task.Yield();
        }

        var counts = await ended;
        Assert.Equal(Workers * CallsOfEach, counts.Sum(count => count.Started + count.Rejected + count.Cancelled));
        Assert.InRange(counts.Sum(count => count.Started), 1, Permits * (windows + 1));
        Assert.Equal(0, time.TimersArmed);

        // All permits are available again.
        time.Advance(2 * Limits.Second);
        Assert.Equal(Permits, Limits.CountAtOnce(limiter, time, 10));
    }

    private static async Task<(int Started, int Rejected, int Cancelled)> WorkAsync(
        StageRateLimiter limiter,
        TimeProvider time,
        int seed
    )
    {
        var random = new Random(seed);
        var (started, rejected, cancelled) = (0, 0, 0);
        for (var i = 0; i < CallsOfEach; i++)
        {
            using var cancellation = new CancellationTokenSource();
            var call = limiter.EnterAsync(time, cancellation.Token).AsTask();
            if (random.Next(3) == 0)
            {
                await Task.Yield();
                await cancellation.CancelAsync();
            }

            try
            {
                await call.OrHang();
                started++;
            }
            catch (StageRejectedException)
            {
                rejected++;
            }
            catch (OperationCanceledException)
            {
                cancelled++;
            }
        }

        return (started, rejected, cancelled);
    }
}
