namespace Sluice;

/// <summary>Makes values of <see cref="Optional{T}"/>.</summary>
#pragma warning disable CA1716 // The word is Visual Basic's; pipelines are written in C#.
public static class Optional
#pragma warning restore CA1716
{
    /// <summary>Wraps a value. There is an implicit conversion as well, but none from an interface.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <returns>An optional that has the value.</returns>
    public static Optional<T> Value<T>(T value) => new(value);

    /// <summary>Says that there is no value.</summary>
    /// <param name="reason">Why there is none.</param>
    /// <returns>What converts to an <see cref="Optional{T}"/> of any type.</returns>
    public static Skip Skip(string reason) => new(reason);
}
