using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Threading.RateLimiting;
using Sluice.CompilerServices;

namespace Sluice.RateLimiting;

/// <summary>The rate limit of a stage, for emitted code. Thread-safe. It does not need to be disposed.</summary>
/// <remarks>
/// A call that can start immediately does not allocate. A waiting call does not allocate once the pools are filled.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1001 // The limiter has a timer only while a call waits.
public sealed class StageRateLimiter
#pragma warning restore CA1001
{
    private readonly string _stage;
    private readonly TimeProviderRateLimiter _limiter;

    /// <summary>
    /// Initializes a new instance of the <see cref="StageRateLimiter"/> class. Its time begins with the first call.
    /// </summary>
    /// <param name="stage">The name of the stage, for messages.</param>
    /// <param name="permits">The number of calls that may start in a window. Must be at least 1.</param>
    /// <param name="window">The length of the window. Must be positive.</param>
    /// <param name="algorithm">The algorithm that counts calls.</param>
    /// <param name="segments">
    /// The number of segments of a sliding window. Must be at least 1. Other algorithms ignore it.
    /// </param>
    /// <param name="queueLimit">The maximum number of waiting calls. Must not be negative.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stage"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public StageRateLimiter(
        string stage,
        int permits,
        TimeSpan window,
        RateLimitAlgorithm algorithm,
        int segments,
        int queueLimit
    )
    {
        ArgumentNullException.ThrowIfNull(stage);
        _stage = stage;
        _limiter = new TimeProviderRateLimiter(permits, window, algorithm, segments, queueLimit);
    }

    /// <summary>Waits until the user's own limiter allows a call to start.</summary>
    /// <remarks>
    /// The method is static because the limiter has all the state, and the member that holds it may change.
    /// </remarks>
    /// <param name="stage">The name of the stage, for messages.</param>
    /// <param name="limiter">
    /// The limiter. One permit is requested and its lease disposed immediately, so a limiter of concurrency gets the
    /// permit back at once.
    /// </param>
    /// <param name="token">A token that ends the wait.</param>
    /// <returns>A task that completes when the call may start. It must be awaited only once.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="limiter"/> is <see langword="null"/>.</exception>
    /// <exception cref="StageRejectedException">The limiter rejects the call.</exception>
    public static ValueTask EnterAsync(string stage, RateLimiter limiter, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(limiter);
        var acquiring = limiter is TimeProviderRateLimiter own
            ? own.AcquireOnceAsync(1, token)
            : limiter.AcquireAsync(1, token);
        if (!acquiring.IsCompletedSuccessfully)
        {
            return WaitAsync(stage, acquiring);
        }

        return Take(stage, acquiring.Result) is { } rejection ? ValueTask.FromException(rejection) : default;
    }

    /// <summary>Waits until a call may start.</summary>
    /// <param name="time">The clock of the run. The limit uses the clock of the latest call.</param>
    /// <param name="token">A token that ends the wait.</param>
    /// <returns>A task that completes when the call may start. It must be awaited only once.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="time"/> is <see langword="null"/>.</exception>
    /// <exception cref="StageRejectedException">Too many calls are already waiting.</exception>
    public ValueTask EnterAsync(TimeProvider time, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(time);
        _limiter.Follow(time);
        return EnterAsync(_stage, _limiter, token);
    }

    [AsyncMethodBuilder(typeof(StageMethodBuilder))]
    private static async ValueTask WaitAsync(string stage, ValueTask<RateLimitLease> acquiring)
    {
        if (Take(stage, await acquiring.ConfigureAwait(false)) is { } rejection)
        {
            throw rejection;
        }
    }

    private static StageRejectedException? Take(string stage, RateLimitLease lease)
    {
        using (lease)
        {
            return lease.IsAcquired
                ? null
                : new StageRejectedException(
                    $"Stage '{stage}' was not called: its rate limit is reached, and no more calls may wait."
                )
                {
                    Stage = stage,
                    RetryAfter = lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? time : null,
                };
        }
    }
}
