namespace Sluice.RateLimiting.Tests;

/// <summary>Creates limiters and calls them.</summary>
internal static class Limits
{
    public static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public static StageRateLimiter New(
        int permits,
        RateLimitAlgorithm algorithm,
        int segments = 1,
        int queueLimit = int.MaxValue
    ) => new("Reserve", permits, Second, algorithm, segments, queueLimit);

    /// <summary>Makes the given number of calls and counts those that start at once.</summary>
    public static int CountAtOnce(StageRateLimiter limiter, TimeProvider time, int calls)
    {
        var started = 0;
        for (; calls > 0; calls--)
        {
            using var cancellation = new CancellationTokenSource();
            var entering = limiter.EnterAsync(time, cancellation.Token);
            started += entering.IsCompletedSuccessfully ? 1 : 0;
            cancellation.Cancel();
        }

        return started;
    }

    /// <summary>Starts calls that wait.</summary>
    public static Task[] Wait(StageRateLimiter limiter, TimeProvider time, int calls) =>
        [.. Enumerable.Range(0, calls).Select(_ => limiter.EnterAsync(time, CancellationToken.None).AsTask())];
}
