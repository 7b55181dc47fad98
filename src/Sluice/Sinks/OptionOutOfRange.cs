namespace Sluice;

/// <summary>
/// Throws for an options argument that has a value out of range, and names the option in the message.
/// </summary>
internal static class OptionOutOfRange
{
    /// <summary>Throws if an option is less than its minimum.</summary>
    /// <param name="value">The value of the option.</param>
    /// <param name="least">The minimum value.</param>
    /// <param name="option">The name of the option, for the message.</param>
    /// <param name="argument">The name of the argument that contains the option.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="value"/> is less than <paramref name="least"/>.
    /// </exception>
    public static void ThrowIfLessThan<T>(T value, T least, string option, string argument)
        where T : IComparable<T>
    {
        if (value.CompareTo(least) < 0)
        {
            throw new ArgumentOutOfRangeException(argument, value, $"{option} must be {least} or more.");
        }
    }
}
