using System.Globalization;

namespace Sluice.Generators.Tests.Harness;

/// <summary>Rules for the text of every emitted file.</summary>
internal static class EmittedTextRules
{
    /// <summary>The rules that a text breaks, with the line. The emitted text must be the same on every system.</summary>
    public static IEnumerable<string> FindOffences(string text)
    {
        if (text.Contains('\r', StringComparison.Ordinal))
        {
            yield return "has a carriage return";
        }

        if (!text.EndsWith('\n') || text.EndsWith("\n\n", StringComparison.Ordinal))
        {
            yield return "does not end with exactly one line end";
        }

        var number = 0;
        var previous = "";
        foreach (var line in text.Split('\n'))
        {
            number++;
            var place = string.Create(CultureInfo.InvariantCulture, $"line {number}");
            if (line.Contains('\t', StringComparison.Ordinal))
            {
                yield return $"{place} has a tab";
            }

            if (line.Length > 0 && char.IsWhiteSpace(line[^1]) && line[^1] != '\r')
            {
                yield return $"{place} ends with a blank";
            }

            if (line.Length == 0 && previous.Length == 0 && number > 1 && number < text.Split('\n').Length)
            {
                yield return $"{place} is a second empty line";
            }

            if (line.Length == 0 && previous.EndsWith('{'))
            {
                yield return $"{place} is empty and follows an opening brace";
            }

            if (previous.Length == 0 && line.TrimStart().StartsWith('}'))
            {
                yield return $"{place} is a closing brace after an empty line";
            }

            previous = line;
        }
    }
}
