using System.Diagnostics.CodeAnalysis;

namespace Sluice;

/// <summary>
/// A value, or what became of the work that should have produced it. A stage returns it to say so without throwing; a stage takes
/// it to handle the failure or absence of what it depends on.
/// </summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <remarks>It allocates nothing. The default is a skipped outcome without a reason.</remarks>
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

    /// <summary>What has become of the work.</summary>
    public OutcomeStatus Status => _rest.Status;

    /// <summary>Whether there is a value.</summary>
    public bool HasValue => _rest.Status == OutcomeStatus.Succeeded;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">There is none. The message says why, and what failed is the inner exception.</exception>
    public T Value =>
        HasValue ? _value : throw new InvalidOperationException($"There is no value: it is {this}.", Exception);

    /// <summary>Why it was skipped or cancelled, or <see langword="null"/> where it was neither.</summary>
    public string? Reason =>
        _rest.Status is OutcomeStatus.Skipped or OutcomeStatus.Cancelled
            ? _rest.Detail switch
            {
                string reason => reason,
                RunCancelledException cancelled => cancelled.Reason,
                Exception exception => exception.Message,
                _ => Absence.WithoutReason,
            }
            : null;

    /// <summary>What went wrong, or <see langword="null"/> where nothing is known to have.</summary>
    public Exception? Exception => _rest.Detail as Exception;

    /// <summary>How long to wait before the next attempt, or <see langword="null"/> where none is asked for.</summary>
    public TimeSpan? RetryAfter =>
        _rest.Status == OutcomeStatus.Retry ? TimeSpan.FromMilliseconds((double)_rest.RetryMilliseconds) : null;

    internal object? Detail => _rest.Detail;

    /// <summary>Whether two outcomes are the same.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(Outcome<T> left, Outcome<T> right) => left.Equals(right);

    /// <summary>Whether two outcomes differ.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(Outcome<T> left, Outcome<T> right) => !left.Equals(right);

    /// <summary>Wraps a value.</summary>
    /// <param name="value">The value.</param>
#pragma warning disable CA2225 // The alternate is Outcome.Value, which infers the type.
    public static implicit operator Outcome<T>(T value) => new(value);

    /// <summary>Gives an outcome without a value its type.</summary>
    /// <param name="outcome">The outcome.</param>
    public static implicit operator Outcome<T>(Outcome outcome) => new(outcome);

    /// <summary>Makes a skipped outcome.</summary>
    /// <param name="skip">Why there is no value.</param>
    public static implicit operator Outcome<T>(Skip skip) => new(Outcome.Skip(skip.Reason));
#pragma warning restore CA2225

    /// <summary>Gives the value where there is one.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGetValue([MaybeNullWhen(false)] out T value)
    {
        value = _value;
        return HasValue;
    }

    /// <summary>The value, or what to take in its place.</summary>
    /// <param name="fallback">What to take where there is none.</param>
    /// <returns>The one or the other.</returns>
    public T ValueOr(T fallback) => HasValue ? _value : fallback;

    /// <inheritdoc />
    public bool Equals(Outcome<T> other) =>
        _rest.Equals(other._rest) && EqualityComparer<T>.Default.Equals(_value, other._value);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is Outcome<T> other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(_value, _rest);

    /// <inheritdoc />
    public override string ToString() =>
        Status switch
        {
            OutcomeStatus.Succeeded => _value?.ToString() ?? "",
            OutcomeStatus.Skipped => $"skipped: {Reason}",
            OutcomeStatus.Cancelled => $"cancelled: {Reason}",
            OutcomeStatus.Retry => $"to be tried again after {RetryAfter}",
            _ => $"failed: {Exception!.Message}",
        };
}
