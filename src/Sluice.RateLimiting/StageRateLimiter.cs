using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Threading.RateLimiting;
using Sluice.CompilerServices;

namespace Sluice.RateLimiting;

/// <summary>
/// The rate limit of a stage, as emitted code calls it. Thread-safe. It has nothing that would have to be disposed of.
/// </summary>
/// <remarks>A call that may start at once allocates nothing, nor does one that waits, once the pools are filled.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1001 // The limiter has a timer only while somebody waits; nothing is left of it afterwards.
public sealed class StageRateLimiter
#pragma warning restore CA1001
{
    private readonly string _stage;
    private readonly TimeProviderRateLimiter _limiter;

    /// <summary>Makes a limiter. Its time begins with the first call.</summary>
    /// <param name="stage">The name of the stage, for messages.</param>
    /// <param name="permits">How many calls: 1 or more.</param>
    /// <param name="window">In which time: more than nothing.</param>
    /// <param name="algorithm">How calls are counted.</param>
    /// <param name="segments">Into how many segments a sliding window is divided: 1 or more. Otherwise it does not matter.</param>
    /// <param name="queueLimit">How many calls may wait: 0 or more.</param>
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

    /// <summary>
    /// Waits until the user's own limiter lets a call start. There is no instance for it: the limiter has all the state, and the
    /// member that holds it may change.
    /// </summary>
    /// <param name="stage">The name of the stage, for messages.</param>
    /// <param name="limiter">The limiter. It is asked for one permit, which is given back at once where it is of that kind.</param>
    /// <param name="token">Ends the wait.</param>
    /// <returns>A task that ends when the call may start. It may be awaited once.</returns>
    /// <exception cref="StageRejectedException">The limiter refuses.</exception>
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
    /// <param name="time">The clock of the run. The limit goes by that of the latest call.</param>
    /// <param name="token">Ends the wait.</param>
    /// <returns>A task that ends when the call may start. It may be awaited once.</returns>
    /// <exception cref="StageRejectedException">Too many calls wait already.</exception>
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
                    $"Stage '{stage}' was not called: its rate limit is used up, and no more calls may wait."
                )
                {
                    Stage = stage,
                    RetryAfter = lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? time : null,
                };
        }
    }
}
