using Sluice.CompilerServices;

namespace Sluice;

/// <summary>Represents an outcome without a value, which converts to an <see cref="Outcome{T}"/> of any type.</summary>
/// <remarks>
/// A stage that returns an <see cref="Outcome{T}"/> can write <c>return Outcome.Skip("too small");</c>.
/// </remarks>
public readonly struct Outcome : IEquatable<Outcome>
{
    // The retry delay is kept in milliseconds, the unit and range of timers, so that an outcome stays small.
    internal Outcome(OutcomeStatus status, object? detail, uint retryMilliseconds = 0)
    {
        Status = status;
        Detail = detail;
        RetryMilliseconds = retryMilliseconds;
    }

    /// <summary>The status of the work.</summary>
    public OutcomeStatus Status { get; }

    internal object? Detail { get; }

    internal string? Reason =>
        Status is OutcomeStatus.Skipped or OutcomeStatus.Cancelled
            ? Detail switch
            {
                string reason => reason,
                RunCancelledException cancelled => cancelled.Reason,
                Exception exception => exception.Message,
                _ => Absence.WithoutReason,
            }
            : null;

    internal uint RetryMilliseconds { get; }

    /// <summary>Determines whether two outcomes are equal.</summary>
    /// <param name="left">The first outcome to compare.</param>
    /// <param name="right">The second outcome to compare.</param>
    /// <returns><see langword="true"/> if the outcomes are equal; otherwise, <see langword="false"/>.</returns>
    public static bool operator ==(Outcome left, Outcome right) => left.Equals(right);

    /// <summary>Determines whether two outcomes differ.</summary>
    /// <param name="left">The first outcome to compare.</param>
    /// <param name="right">The second outcome to compare.</param>
    /// <returns><see langword="true"/> if the outcomes differ; otherwise, <see langword="false"/>.</returns>
    public static bool operator !=(Outcome left, Outcome right) => !left.Equals(right);

    /// <summary>Creates an outcome that contains a value.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <remarks>The implicit conversion does the same, but C# has no implicit conversions from interfaces.</remarks>
    /// <param name="value">The value to wrap.</param>
    /// <returns>An outcome that contains <paramref name="value"/>.</returns>
    public static Outcome<T> Value<T>(T value) => new(value);

    /// <summary>
    /// Creates an outcome for work that was skipped. Stages that require the value are skipped for the same reason.
    /// </summary>
    /// <param name="reason">The reason why there is no value.</param>
    /// <returns>A skipped outcome.</returns>
    public static Outcome Skip(string reason) => new(OutcomeStatus.Skipped, reason);

    /// <summary>
    /// Creates an outcome for work that failed. The effect is the same as if the stage had thrown the exception.
    /// </summary>
    /// <param name="exception">The failure.</param>
    /// <returns>A failed outcome.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="exception"/> is <see langword="null"/>.</exception>
    public static Outcome Fail(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return new(OutcomeStatus.Failed, exception);
    }

    /// <summary>
    /// Creates an outcome that cancels the run: no further stage starts, and stages under way are cancelled and
    /// awaited.
    /// </summary>
    /// <param name="reason">
    /// The reason for the cancellation. The <see cref="RunCancelledException"/> that ends the run contains it.
    /// </param>
    /// <returns>A cancelled outcome.</returns>
    public static Outcome Cancel(string reason) => new(OutcomeStatus.Cancelled, reason);

    /// <summary>Creates an outcome that asks for another attempt. If the stage has no retry policy, it fails.</summary>
    /// <param name="after">
    /// The delay before the next attempt, from zero to about 49 days. Fractions of a millisecond are rounded up.
    /// </param>
    /// <param name="exception">The failure of this attempt, or <see langword="null"/> if there is no exception.</param>
    /// <returns>An outcome that asks for another attempt.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="after"/> is negative or longer than the longest timer interval.
    /// </exception>
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

    /// <summary>
    /// Returns the status and its reason as one line of text, the same in every culture:
    /// <c>failed: IOException: The disk is full</c>.
    /// </summary>
    /// <returns>A text that describes the outcome.</returns>
    public override string ToString() => ToString(stage: null);

    /// <summary>Returns the text with the stage that failed or was cancelled.</summary>
    internal string ToString(string? stage)
    {
        var place = stage is null ? "" : $" in stage '{LogText.Of(stage)}'";
        return Status switch
        {
            OutcomeStatus.Succeeded => "succeeded",
            OutcomeStatus.Skipped => $"skipped: {LogText.Of(Reason)}",
            OutcomeStatus.Cancelled => $"cancelled{place}: {LogText.Of(Reason)}",
            OutcomeStatus.Retry => $"retry after {TimeSpan.FromMilliseconds((double)RetryMilliseconds)}"
                + (Detail is Exception cause ? $": {LogText.Of(cause)}" : ""),
            _ => $"failed{place}: {LogText.Of((Exception)Detail!)}",
        };
    }
}
