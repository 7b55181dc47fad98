namespace Sluice;

/// <summary>Provides methods that create <see cref="Optional{T}"/> values.</summary>
#pragma warning disable CA1716 // The word is Visual Basic's; pipelines are written in C#.
public static class Optional
#pragma warning restore CA1716
{
    /// <summary>Creates an optional that contains a value.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <remarks>The implicit conversion does the same, but C# has no implicit conversions from interfaces.</remarks>
    /// <param name="value">The value to wrap.</param>
    /// <returns>An optional that contains <paramref name="value"/>.</returns>
    public static Optional<T> Value<T>(T value) => new(value);

    /// <summary>Creates an absent value.</summary>
    /// <param name="reason">The reason why there is no value.</param>
    /// <returns>A <see cref="Sluice.Skip"/>, which converts to an <see cref="Optional{T}"/> of any type.</returns>
    public static Skip Skip(string reason) => new(reason);
}
