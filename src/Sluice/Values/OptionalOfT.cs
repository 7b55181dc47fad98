using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Sluice;

/// <summary>Represents a value, or the reason for its absence.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <remarks>
/// A stage returns an optional if it may produce no value. A stage takes an optional if it must run even when there is
/// no value. The default instance has no value and no reason. The type does not allocate.
/// </remarks>
[DebuggerTypeProxy(typeof(OptionalDebugView<>))]
#pragma warning disable CA1716 // The word is Visual Basic's; pipelines are written in C#.
public readonly struct Optional<T> : IEquatable<Optional<T>>
#pragma warning restore CA1716
{
    private readonly T _value;
    private readonly string? _reason;

    internal Optional(T value)
    {
        _value = value;
        HasValue = true;
    }

    internal Optional(string? reason)
    {
        _value = default!;
        _reason = reason;
    }

    /// <summary>Whether the value is present.</summary>
    public bool HasValue { get; }

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">There is no value. The message contains the reason.</exception>
    public T Value => HasValue ? _value : throw new InvalidOperationException($"The optional has no value: {Reason}.");

    /// <summary>The reason for the absence of the value, or <see langword="null"/> if there is a value.</summary>
    public string? Reason => HasValue ? null : _reason ?? Absence.WithoutReason;

    /// <summary>Determines whether two optionals have equal values, or no value for the same reason.</summary>
    /// <param name="left">The first optional to compare.</param>
    /// <param name="right">The second optional to compare.</param>
    /// <returns><see langword="true"/> if the optionals are equal; otherwise, <see langword="false"/>.</returns>
    public static bool operator ==(Optional<T> left, Optional<T> right) => left.Equals(right);

    /// <summary>Determines whether two optionals differ.</summary>
    /// <param name="left">The first optional to compare.</param>
    /// <param name="right">The second optional to compare.</param>
    /// <returns><see langword="true"/> if the optionals differ; otherwise, <see langword="false"/>.</returns>
    public static bool operator !=(Optional<T> left, Optional<T> right) => !left.Equals(right);

    /// <summary>Converts a value to an optional that contains it.</summary>
    /// <param name="value">The value to wrap.</param>
    /// <returns>An optional that contains <paramref name="value"/>.</returns>
#pragma warning disable CA2225 // The alternate is Optional.Value, which infers the type.
    public static implicit operator Optional<T>(T value) => new(value);

    /// <summary>Converts a skip to an optional without a value.</summary>
    /// <param name="skip">The skip that contains the reason.</param>
    /// <returns>An optional without a value.</returns>
    public static implicit operator Optional<T>(Skip skip) => new(skip.Reason);
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
    /// <param name="fallback">The value to return if this optional has none.</param>
    /// <returns>The value if it is present; otherwise, <paramref name="fallback"/>.</returns>
    public T ValueOr(T fallback) => HasValue ? _value : fallback;

    /// <inheritdoc />
    public bool Equals(Optional<T> other) =>
        HasValue == other.HasValue
        && EqualityComparer<T>.Default.Equals(_value, other._value)
        && string.Equals(_reason, other._reason, StringComparison.Ordinal);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is Optional<T> other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(HasValue, _value, _reason);

    /// <summary>
    /// Returns the value as one line of text in the invariant culture, truncated after 256 characters, or the reason for
    /// its absence: <c>skipped: too small</c>.
    /// </summary>
    /// <returns>A text that describes the optional.</returns>
    public override string ToString() => HasValue ? LogText.OfValue(_value) : $"skipped: {LogText.Of(Reason)}";
}
