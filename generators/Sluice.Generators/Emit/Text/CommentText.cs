namespace Sluice.Generators.Emit;

/// <summary>Text as a comment can hold it: a stage's name may be any text, and what ends a line would end the comment.</summary>
internal static class CommentText
{
    /// <summary>The text on one line.</summary>
    public static string Of(string text) => text.Any(EndsLine) ? new([.. text.Select(OnOneLine)]) : text;

    private static char OnOneLine(char character) => EndsLine(character) ? ' ' : character;

    // XML allows no other control character either.
    private static bool EndsLine(char character) => char.IsControl(character) || character is '\u2028' or '\u2029';
}
