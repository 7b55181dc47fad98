using Sluice.CompilerServices;

namespace Sluice;

/// <summary>
/// An outcome without a value, which converts to an <see cref="Outcome{T}"/> of any type: <c>return Outcome.Skip("too small");</c>.
/// </summary>
public readonly struct Outcome : IEquatable<Outcome>
{
    // A retry's delay is kept in milliseconds, the unit and range of timers, so that an outcome stays small.
    internal Outcome(OutcomeStatus status, object? detail, uint retryMilliseconds = 0)
    {
        Status = status;
        Detail = detail;
        RetryMilliseconds = retryMilliseconds;
    }

    /// <summary>What has become of the work.</summary>
    public OutcomeStatus Status { get; }

    internal object? Detail { get; }

    internal uint RetryMilliseconds { get; }

    /// <summary>Whether two outcomes are the same.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(Outcome left, Outcome right) => left.Equals(right);

    /// <summary>Whether two outcomes differ.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(Outcome left, Outcome right) => !left.Equals(right);

    /// <summary>Wraps a value. There is an implicit conversion as well, but none from an interface.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <returns>An outcome that has the value.</returns>
    public static Outcome<T> Value<T>(T value) => new(value);

    /// <summary>Produces nothing. Stages that need the value are skipped too, for the same reason.</summary>
    /// <param name="reason">Why.</param>
    /// <returns>The outcome.</returns>
    public static Outcome Skip(string reason) => new(OutcomeStatus.Skipped, reason);

    /// <summary>Fails, as if the exception were thrown.</summary>
    /// <param name="exception">What went wrong.</param>
    /// <returns>The outcome.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="exception"/> is <see langword="null"/>.</exception>
    public static Outcome Fail(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return new(OutcomeStatus.Failed, exception);
    }

    /// <summary>Cancels the run: nothing new starts, what is under way is cancelled and awaited.</summary>
    /// <param name="reason">Why. It is in the <see cref="RunCancelledException"/> that the run ends with.</param>
    /// <returns>The outcome.</returns>
    public static Outcome Cancel(string reason) => new(OutcomeStatus.Cancelled, reason);

    /// <summary>Fails for now and asks to be tried again. Where no retry is declared, the stage fails.</summary>
    /// <param name="after">How long to wait. From nothing to some 49 days; fractions of a millisecond are rounded up.</param>
    /// <param name="exception">What went wrong, where there is an exception.</param>
    /// <returns>The outcome.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="after"/> is negative or longer than a timer can wait.</exception>
    public static Outcome Retry(TimeSpan after, Exception? exception = null)
    {
        var milliseconds = Math.Ceiling(after.TotalMilliseconds);
        ArgumentOutOfRangeException.ThrowIfNegative(milliseconds, nameof(after));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(
            milliseconds,
            TimerLimits.Longest.TotalMilliseconds,
            nameof(after)
        );
        return new(OutcomeStatus.Retry, exception, (uint)milliseconds);
    }

    /// <inheritdoc />
    public bool Equals(Outcome other) =>
        Status == other.Status && RetryMilliseconds == other.RetryMilliseconds && Equals(Detail, other.Detail);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is Outcome other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Status, RetryMilliseconds, Detail);
}
