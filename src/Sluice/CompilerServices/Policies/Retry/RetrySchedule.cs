using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>
/// Computes the number of attempts of a stage and the delay before each further attempt. Immutable and thread-safe.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RetrySchedule
{
    private readonly TimeSpan _delay;
    private readonly Backoff _backoff;
    private readonly double _factor;
    private readonly TimeSpan _maxDelay;
    private readonly Jitter _jitter;

    /// <summary>Waits before the next attempt.</summary>
    /// <param name="delay">The delay.</param>
    /// <param name="time">The clock.</param>
    /// <param name="failure">
    /// The failure of the previous attempt. It becomes the inner exception if the wait is cancelled.
    /// </param>
    /// <param name="token">A token that ends the wait.</param>
    /// <returns>A task that completes when the delay is over.</returns>
    /// <exception cref="OperationCanceledException">
    /// The token was cancelled. The inner exception is the failure of the previous attempt.
    /// </exception>
    public static async Task WaitAsync(TimeSpan delay, TimeProvider time, Exception? failure, CancellationToken token)
    {
        try
        {
            await Task.Delay(delay, time, token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception)
        {
            throw new OperationCanceledException(exception.Message, failure, token);
        }
    }

    /// <summary>Initializes a new instance of the <see cref="RetrySchedule"/> class.</summary>
    /// <param name="attempts">The maximum number of attempts, including the first. Must be at least 1.</param>
    /// <param name="delay">The delay before the second attempt. Must not be negative.</param>
    /// <param name="backoff">The growth of the delay.</param>
    /// <param name="factor">
    /// The factor by which the delay grows with <see cref="Backoff.Exponential"/>. Must be at least 1.
    /// </param>
    /// <param name="maxDelay">
    /// The maximum delay. Must not be negative; <see cref="TimeSpan.MaxValue"/> sets no limit.
    /// </param>
    /// <param name="jitter">The randomization of the delay.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number or duration is out of its range.</exception>
    public RetrySchedule(int attempts, TimeSpan delay, Backoff backoff, double factor, TimeSpan maxDelay, Jitter jitter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxDelay, TimeSpan.Zero);
        if (!(factor >= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(factor), factor, "The factor must be at least 1.");
        }

        Attempts = attempts;
        _delay = delay;
        _backoff = backoff;
        _factor = factor;
        _maxDelay = maxDelay < TimerLimits.Longest ? maxDelay : TimerLimits.Longest;
        _jitter = jitter;
    }

    /// <summary>The maximum number of attempts, including the first.</summary>
    internal int Attempts { get; }

    /// <summary>Computes the delay before the next attempt.</summary>
    /// <param name="attempt">The number of the failed attempt, starting with 1.</param>
    /// <param name="exception">
    /// The failure of the attempt. A <see cref="RetryRequestedException"/> provides its own delay.
    /// </param>
    /// <param name="previousDelay">The delay before the failed attempt, or zero if it was the first.</param>
    /// <returns>The delay. It is not negative and not longer than <see cref="TimerLimits.Longest"/>.</returns>
    public TimeSpan DelayAfter(int attempt, Exception exception, TimeSpan previousDelay)
    {
        if (exception is RetryRequestedException requested)
        {
            return Requested(requested.RetryAfter);
        }

#pragma warning disable CA5394 // The value is not used for security.
        var sample = _jitter == Jitter.None ? 0 : Random.Shared.NextDouble();
#pragma warning restore CA5394
        return DelayAfter(attempt, previousDelay, sample);
    }

    /// <summary>Computes the delay before the next attempt of a stage that does not request a delay.</summary>
    /// <param name="attempt">The number of the failed attempt, starting with 1.</param>
    /// <param name="previousDelay">The delay before the failed attempt, or zero if it was the first.</param>
    /// <param name="sample">A random number of at least 0 and less than 1.</param>
    /// <returns>The delay.</returns>
    internal TimeSpan DelayAfter(int attempt, TimeSpan previousDelay, double sample)
    {
        // A double does not overflow, so the value is capped before it is converted.
        var ticks = _jitter switch
        {
            Jitter.Full => sample * Capped(attempt),
            Jitter.Equal => (0.5 + (0.5 * sample)) * Capped(attempt),
            Jitter.Decorrelated => Decorrelated(previousDelay.Ticks, sample),
            _ => Capped(attempt),
        };
        return TimeSpan.FromTicks((long)Math.Round(ticks));
    }

    private static TimeSpan Requested(TimeSpan delay) =>
        delay < TimeSpan.Zero ? TimeSpan.Zero
        : delay < TimerLimits.Longest ? delay
        : TimerLimits.Longest;

    private double Capped(int attempt) =>
        Math.Min(
            _maxDelay.Ticks,
            _backoff switch
            {
                Backoff.Linear => (double)_delay.Ticks * attempt,
                Backoff.Exponential => Exponential(attempt - 1),
                _ => _delay.Ticks,
            }
        );

    // Zero times infinity would not be a number.
    private double Exponential(int retries) => _delay == TimeSpan.Zero ? 0 : _delay.Ticks * Math.Pow(_factor, retries);

    private double Decorrelated(long previousTicks, double sample)
    {
        double first = _delay.Ticks;
        var longest = 3 * Math.Max(first, previousTicks);
        return Math.Min(_maxDelay.Ticks, first + (sample * (longest - first)));
    }
}
