using System.ComponentModel;
using System.Threading.RateLimiting;

namespace Sluice.RateLimiting;

/// <summary>The rate limit of a stage, as emitted code calls it. Thread-safe. There is nothing to dispose of.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StageRateLimiter
{
    /// <summary>Makes a limiter.</summary>
    /// <param name="stage">The name of the stage, for messages.</param>
    /// <param name="permits">How many calls: 1 or more.</param>
    /// <param name="window">In which time: more than nothing.</param>
    /// <param name="algorithm">How calls are counted.</param>
    /// <param name="segments">Into how many segments a sliding window is divided: 1 or more. Otherwise it does not matter.</param>
    /// <param name="queueLimit">How many calls may wait: 0 or more.</param>
    public StageRateLimiter(
        string stage,
        int permits,
        TimeSpan window,
        RateLimitAlgorithm algorithm,
        int segments,
        int queueLimit
    ) { }

    /// <summary>Waits until the user's own limiter lets a call start. It needs no instance: the limiter has all the state.</summary>
    /// <param name="stage">The name of the stage, for messages.</param>
    /// <param name="limiter">The user's limiter.</param>
    /// <param name="token">Ends the wait.</param>
    /// <returns>A task that ends when the call may start.</returns>
    /// <exception cref="StageRejectedException">The limiter refuses.</exception>
    public static ValueTask EnterAsync(string stage, RateLimiter limiter, CancellationToken token) =>
        throw new NotImplementedException();

    /// <summary>Waits until a call may start.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="token">Ends the wait.</param>
    /// <returns>A task that ends when the call may start.</returns>
    /// <exception cref="StageRejectedException">Too many calls wait already.</exception>
    public ValueTask EnterAsync(TimeProvider time, CancellationToken token) => throw new NotImplementedException();
}
