using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Sluice;

/// <summary>
/// Represents a value, or the reason why the work did not produce one: it was skipped, failed, was cancelled, or asks
/// for another attempt.
/// </summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <remarks>
/// A stage returns an outcome to report this without an exception. A stage takes an outcome to handle the failure or
/// absence of its dependency. The default instance is a skipped outcome without a reason. The type does not allocate.
/// </remarks>
[DebuggerTypeProxy(typeof(OutcomeDebugView<>))]
public readonly struct Outcome<T> : IEquatable<Outcome<T>>
{
    private readonly T _value;
    private readonly Outcome _rest;

    internal Outcome(T value)
    {
        _value = value;
        _rest = new Outcome(OutcomeStatus.Succeeded, null);
    }

    internal Outcome(Outcome rest)
    {
        _value = default!;
        _rest = rest;
    }

    /// <summary>The status of the work.</summary>
    public OutcomeStatus Status => _rest.Status;

    /// <summary>Whether the work succeeded and the value is present.</summary>
    public bool HasValue => _rest.Status == OutcomeStatus.Succeeded;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">
    /// There is no value. The message contains the reason, and the inner exception is the failure, if there is one.
    /// </exception>
    public T Value =>
        HasValue ? _value : throw new InvalidOperationException($"The outcome has no value ({this}).", Exception);

    /// <summary>
    /// The reason for the skip or cancellation, or <see langword="null"/> if the work was neither skipped nor
    /// cancelled.
    /// </summary>
    public string? Reason => _rest.Reason;

    /// <summary>The exception of the work, or <see langword="null"/> if there is none.</summary>
    public Exception? Exception => _rest.Detail as Exception;

    /// <summary>
    /// The requested delay before the next attempt, or <see langword="null"/> if no attempt is requested.
    /// </summary>
    public TimeSpan? RetryAfter =>
        _rest.Status == OutcomeStatus.Retry ? TimeSpan.FromMilliseconds((double)_rest.RetryMilliseconds) : null;

    internal object? Detail => _rest.Detail;

    /// <summary>Determines whether two outcomes are equal.</summary>
    /// <param name="left">The first outcome to compare.</param>
    /// <param name="right">The second outcome to compare.</param>
    /// <returns><see langword="true"/> if the outcomes are equal; otherwise, <see langword="false"/>.</returns>
    public static bool operator ==(Outcome<T> left, Outcome<T> right) => left.Equals(right);

    /// <summary>Determines whether two outcomes differ.</summary>
    /// <param name="left">The first outcome to compare.</param>
    /// <param name="right">The second outcome to compare.</param>
    /// <returns><see langword="true"/> if the outcomes differ; otherwise, <see langword="false"/>.</returns>
    public static bool operator !=(Outcome<T> left, Outcome<T> right) => !left.Equals(right);

    /// <summary>Converts a value to an outcome that contains it.</summary>
    /// <param name="value">The value to wrap.</param>
    /// <returns>An outcome that contains <paramref name="value"/>.</returns>
#pragma warning disable CA2225 // The alternate is Outcome.Value, which infers the type.
    public static implicit operator Outcome<T>(T value) => new(value);

    /// <summary>Converts an outcome without a value to a typed outcome.</summary>
    /// <param name="outcome">The outcome to convert.</param>
    /// <returns>The outcome, with the type of the value.</returns>
    public static implicit operator Outcome<T>(Outcome outcome) => new(outcome);

    /// <summary>Converts a skip to a skipped outcome.</summary>
    /// <param name="skip">The skip that contains the reason.</param>
    /// <returns>A skipped outcome.</returns>
    public static implicit operator Outcome<T>(Skip skip) => new(Outcome.Skip(skip.Reason));
#pragma warning restore CA2225

    /// <summary>Gets the value if it is present.</summary>
    /// <param name="value">The value, or the default value of <typeparamref name="T"/> if there is none.</param>
    /// <returns><see langword="true"/> if the value is present; otherwise, <see langword="false"/>.</returns>
    public bool TryGetValue([MaybeNullWhen(false)] out T value)
    {
        value = _value;
        return HasValue;
    }

    /// <summary>Returns the value, or a fallback if there is none.</summary>
    /// <param name="fallback">The value to return if this outcome has none.</param>
    /// <returns>The value if it is present; otherwise, <paramref name="fallback"/>.</returns>
    public T ValueOr(T fallback) => HasValue ? _value : fallback;

    /// <inheritdoc />
    public bool Equals(Outcome<T> other) =>
        _rest.Equals(other._rest) && EqualityComparer<T>.Default.Equals(_value, other._value);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is Outcome<T> other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(_value, _rest);

    /// <summary>
    /// Returns the value as one line of text in the invariant culture, truncated after 256 characters, or the reason for
    /// its absence: <c>skipped: too small</c>, or <c>failed: IOException: The disk is full</c>.
    /// </summary>
    /// <returns>A text that describes the outcome.</returns>
    public override string ToString() => ToString(stage: null);

    /// <summary>Returns the text with the stage that failed or was cancelled.</summary>
    internal string ToString(string? stage) => HasValue ? LogText.OfValue(_value) : _rest.ToString(stage);
}
