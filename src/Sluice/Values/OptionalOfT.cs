using System.Diagnostics.CodeAnalysis;

namespace Sluice;

/// <summary>
/// A value, or the reason for which there is none. A stage returns it where it may produce nothing; a stage takes it where it wants
/// to run even if there is nothing to take.
/// </summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <remarks>It allocates nothing. The default is an optional without a value and without a reason.</remarks>
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

    /// <summary>Whether there is a value.</summary>
    public bool HasValue { get; }

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">There is none. The message says why.</exception>
    public T Value => HasValue ? _value : throw new InvalidOperationException($"There is no value: {Reason}.");

    /// <summary>Why there is no value, or <see langword="null"/> where there is one.</summary>
    public string? Reason => HasValue ? null : _reason ?? Absence.WithoutReason;

    /// <summary>Whether two optionals have equal values, or none for the same reason.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(Optional<T> left, Optional<T> right) => left.Equals(right);

    /// <summary>Whether two optionals differ.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(Optional<T> left, Optional<T> right) => !left.Equals(right);

    /// <summary>Wraps a value.</summary>
    /// <param name="value">The value.</param>
#pragma warning disable CA2225 // The alternate is Optional.Value, which infers the type.
    public static implicit operator Optional<T>(T value) => new(value);

    /// <summary>Makes an optional without a value.</summary>
    /// <param name="skip">Why there is none.</param>
    public static implicit operator Optional<T>(Skip skip) => new(skip.Reason);
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
    public bool Equals(Optional<T> other) =>
        HasValue == other.HasValue
        && EqualityComparer<T>.Default.Equals(_value, other._value)
        && string.Equals(_reason, other._reason, StringComparison.Ordinal);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is Optional<T> other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(HasValue, _value, _reason);

    /// <inheritdoc />
    public override string ToString() => HasValue ? _value?.ToString() ?? "" : $"skipped: {Reason}";
}
