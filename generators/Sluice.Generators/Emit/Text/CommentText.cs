namespace Sluice.Generators.Emit;

/// <summary>Makes text safe for a comment. A stage's name may be any text, and a line break would end the comment.</summary>
internal static class CommentText
{
    /// <summary>The text on one line.</summary>
    public static string Of(string text) => text.Any(EndsLine) ? new([.. text.Select(OnOneLine)]) : text;

    private static char OnOneLine(char character) => EndsLine(character) ? ' ' : character;

    // XML does not allow other control characters either.
    private static bool EndsLine(char character) => char.IsControl(character) || character is '\u2028' or '\u2029';
}
