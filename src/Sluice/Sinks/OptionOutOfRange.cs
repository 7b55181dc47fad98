namespace Sluice;

/// <summary>Refuses an argument for one of the options that it has, and says which of them it is.</summary>
internal static class OptionOutOfRange
{
    /// <summary>Throws where an option is less than it may be.</summary>
    /// <param name="value">What the option is.</param>
    /// <param name="least">The least that it may be.</param>
    /// <param name="option">Its name, for the message.</param>
    /// <param name="argument">The name of the argument that it belongs to.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is less.</exception>
    public static void ThrowIfLessThan<T>(T value, T least, string option, string argument)
        where T : IComparable<T>
    {
        if (value.CompareTo(least) < 0)
        {
            throw new ArgumentOutOfRangeException(argument, value, $"{option} must be {least} or more.");
        }
    }
}
