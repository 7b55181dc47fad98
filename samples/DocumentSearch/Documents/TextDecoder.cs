using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace DocumentSearch.Documents;

/// <summary>Distinguishes text from binary data and decodes it.</summary>
internal static class TextDecoder
{
    /// <summary>
    /// The number of bytes in which a NUL makes a file binary. This is the rule of Git (<c>buffer_is_binary</c>), so a
    /// document here is a file that Git would show in a diff.
    /// </summary>
    private const int BytesToProbe = 8000;

    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <summary>
    /// Decodes text: by its byte order mark, otherwise as UTF-8, or as Latin-1 if it is not valid UTF-8.
    /// </summary>
    public static bool TryDecode(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out string? text)
    {
        if (FindMark(bytes) is { } encoding)
        {
            text = encoding.GetString(bytes[encoding.Preamble.Length..]);
            return true;
        }

        text = null;
        if (bytes[..Math.Min(bytes.Length, BytesToProbe)].Contains((byte)0))
        {
            return false;
        }

        try
        {
            text = StrictUtf8.GetString(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            text = Encoding.Latin1.GetString(bytes);
            return !HasManyControls(text);
        }
    }

    /// <summary>
    /// Returns the encoding of the byte order mark. The mark of UTF-32 is checked before that of UTF-16, which is its
    /// beginning.
    /// </summary>
    private static Encoding? FindMark(ReadOnlySpan<byte> bytes)
    {
        foreach (
            var encoding in (ReadOnlySpan<Encoding>)
                [Encoding.UTF8, Encoding.UTF32, Encoding.Unicode, Encoding.BigEndianUnicode]
        )
        {
            if (bytes.StartsWith(encoding.Preamble))
            {
                return encoding;
            }
        }

        return null;
    }

    /// <summary>
    /// Returns whether a text has many control characters. Compressed data without a NUL near its start is full of
    /// them; text has almost none.
    /// </summary>
    private static bool HasManyControls(string text)
    {
        var controls = 0;
        foreach (var character in text)
        {
            if (char.IsControl(character) && !char.IsWhiteSpace(character))
            {
                controls++;
            }
        }

        return controls > text.Length / 50;
    }
}
