namespace Sluice.JsonLines;

/// <summary>Makes of texts what lines may hold.</summary>
internal readonly struct LineText(int maxLength)
{
    /// <summary>The text, or its beginning where it is too long.</summary>
    public string? Limit(string? text)
    {
        if (text is null || text.Length <= maxLength)
        {
            return text;
        }

        // A pair of surrogates is cut before, not within.
        var end = char.IsHighSurrogate(text[maxLength - 1]) ? maxLength - 1 : maxLength;
        return string.Concat(text.AsSpan(0, end), "…");
    }

    /// <summary>What an exception says.</summary>
    public string? MessageOf(Exception? exception)
    {
        try
        {
            return Limit(exception?.Message);
        }
#pragma warning disable CA1031 // A message may be made by any code. One that cannot be had costs no line, and the line says so.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return $"(no message: {failure.GetType()})";
        }
    }

    /// <summary>The full name of an exception's type.</summary>
    public static string? TypeOf(Exception? exception) => exception?.GetType().FullName;
}
