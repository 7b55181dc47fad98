using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace DocumentSearch.Documents;

/// <summary>Tells text from binary data and decodes it.</summary>
internal static class TextDecoder
{
    /// <summary>
    /// A NUL among so many bytes makes a file binary. It is the rule of Git (<c>buffer_is_binary</c>), so that what is a document
    /// here is what a diff would show.
    /// </summary>
    private const int BytesToProbe = 8000;

    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <summary>Decodes text: by its byte order mark, as UTF-8 without one, and as Latin-1 where it is no UTF-8.</summary>
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

    /// <summary>UTF-32's mark comes before that of UTF-16, which it starts with.</summary>
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

    /// <summary>Compressed data without a NUL near its start is full of control characters; text has next to none.</summary>
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
