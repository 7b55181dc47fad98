using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>How often a stage is tried, and how long it is waited before each further attempt. Immutable and thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RetrySchedule
{
    private readonly TimeSpan _delay;
    private readonly Backoff _backoff;
    private readonly double _factor;
    private readonly TimeSpan _maxDelay;
    private readonly Jitter _jitter;

    /// <summary>Waits for the next attempt.</summary>
    /// <param name="delay">How long.</param>
    /// <param name="time">The clock.</param>
    /// <param name="failure">What the attempt before failed with: whoever ends the wait is told of it.</param>
    /// <param name="token">Ends the wait.</param>
    /// <returns>A task that ends when the time is up.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled. Its inner exception is the failure.</exception>
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

    /// <summary>Makes a schedule.</summary>
    /// <param name="attempts">How often the stage is called at most, the first time included: 1 or more.</param>
    /// <param name="delay">The wait before the second attempt: nothing or more.</param>
    /// <param name="backoff">How the wait grows.</param>
    /// <param name="factor">What it is multiplied by with <see cref="Backoff.Exponential"/>: 1 or more.</param>
    /// <param name="maxDelay">The longest wait: nothing or more; <see cref="TimeSpan.MaxValue"/> for no limit.</param>
    /// <param name="jitter">How the waits are spread.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public RetrySchedule(int attempts, TimeSpan delay, Backoff backoff, double factor, TimeSpan maxDelay, Jitter jitter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxDelay, TimeSpan.Zero);
        if (!(factor >= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(factor), factor, "A wait does not shrink.");
        }

        Attempts = attempts;
        _delay = delay;
        _backoff = backoff;
        _factor = factor;
        _maxDelay = maxDelay < TimerLimits.Longest ? maxDelay : TimerLimits.Longest;
        _jitter = jitter;
    }

    /// <summary>How often the stage is called at most, the first time included.</summary>
    public int Attempts { get; }

    /// <summary>How long it is waited before the next attempt.</summary>
    /// <param name="attempt">The number of the attempt that failed, from 1.</param>
    /// <param name="exception">What it failed with. A <see cref="RetryRequestedException"/> says itself how long to wait.</param>
    /// <param name="previousDelay">The wait before that attempt; nothing before the first.</param>
    /// <returns>The wait: nothing or more, and never more than a timer takes.</returns>
    public TimeSpan DelayAfter(int attempt, Exception exception, TimeSpan previousDelay)
    {
        if (exception is RetryRequestedException requested)
        {
            return Requested(requested.RetryAfter);
        }

#pragma warning disable CA5394 // Nothing is kept secret by it.
        var sample = _jitter == Jitter.None ? 0 : Random.Shared.NextDouble();
#pragma warning restore CA5394
        return DelayAfter(attempt, previousDelay, sample);
    }

    /// <summary>The same, of a stage that does not say how long to wait.</summary>
    /// <param name="attempt">The number of the attempt that failed, from 1.</param>
    /// <param name="previousDelay">The wait before that attempt.</param>
    /// <param name="sample">A random number from 0 to less than 1.</param>
    /// <returns>The wait.</returns>
    internal TimeSpan DelayAfter(int attempt, TimeSpan previousDelay, double sample)
    {
        // Doubles do not overflow, and what is beyond the cap is cut off while it is one.
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

    // Nothing times infinity would be no number.
    private double Exponential(int retries) => _delay == TimeSpan.Zero ? 0 : _delay.Ticks * Math.Pow(_factor, retries);

    private double Decorrelated(long previousTicks, double sample)
    {
        double first = _delay.Ticks;
        var longest = 3 * Math.Max(first, previousTicks);
        return Math.Min(_maxDelay.Ticks, first + (sample * (longest - first)));
    }
}
