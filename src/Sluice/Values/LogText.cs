using System.Globalization;
using System.Text;
using Sluice.JsonLines;

namespace Sluice;

/// <summary>
/// Writes values and exceptions as text for one line of a log: without line breaks, limited in length, and the same in
/// every culture.
/// </summary>
internal static class LogText
{
    /// <summary>The number of characters after which a text is truncated.</summary>
    public const int MaxLength = 256;

    /// <summary>Returns the text of a value in the invariant culture; empty for <see langword="null"/>.</summary>
    public static string OfValue<T>(T value) =>
        value switch
        {
            null => "",
            string text => Of(text),
            IFormattable formattable => Of(formattable.ToString(null, CultureInfo.InvariantCulture)),
            _ => Of(Invariant(value)),
        };

    /// <summary>Returns the type and the message of an exception.</summary>
    public static string Of(Exception exception) =>
        $"{exception.GetType().Name}: {OneLine(new LineText(MaxLength).MessageOf(exception))}";

    /// <summary>Returns a text in one line, truncated if it is too long.</summary>
    public static string Of(string? text) => OneLine(new LineText(MaxLength).Limit(text));

    // The texts of tuples and records contain those of other values, which take the culture of the thread. A culture with
    // other formats may be equal to the invariant one, so references are compared.
    private static string? Invariant(object value)
    {
        var culture = CultureInfo.CurrentCulture;
        if (ReferenceEquals(culture, CultureInfo.InvariantCulture))
        {
            return value.ToString();
        }

        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            return value.ToString();
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static string OneLine(string? text)
    {
        if (text is null || !text.Any(IsBreak))
        {
            return text ?? "";
        }

        var line = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            var isSecondOfTwo = text[index] == '\n' && index > 0 && text[index - 1] == '\r';
            if (!isSecondOfTwo)
            {
                _ = line.Append(IsBreak(text[index]) ? ' ' : text[index]);
            }
        }

        return line.ToString();
    }

    private static bool IsBreak(char character) => char.IsControl(character) || character is '\u2028' or '\u2029';
}
