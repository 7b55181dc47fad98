namespace Sluice.JsonLines;

/// <summary>Prepares texts for use in a line.</summary>
internal readonly struct LineText(int maxLength)
{
    /// <summary>Returns the text, truncated if it is too long.</summary>
    public string? Limit(string? text)
    {
        if (text is null || text.Length <= maxLength)
        {
            return text;
        }

        // A surrogate pair is not split; the text ends before it.
        var end = char.IsHighSurrogate(text[maxLength - 1]) ? maxLength - 1 : maxLength;
        return string.Concat(text.AsSpan(0, end), "…");
    }

    /// <summary>Returns the message of an exception, truncated if it is too long.</summary>
    public string? MessageOf(Exception? exception)
    {
        try
        {
            return Limit(exception?.Message);
        }
#pragma warning disable CA1031 // User code may compute a message. If it throws, the line is still written and reports that.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return $"(no message: {failure.GetType()})";
        }
    }

    /// <summary>Returns the full name of an exception's type.</summary>
    public static string? TypeOf(Exception? exception) => exception?.GetType().FullName;
}
