using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace DocumentSearch.Analysis;

/// <summary>Enumerates the terms of a text without allocating.</summary>
/// <remarks>
/// A term is a lowercase sequence of letters, digits and combining marks, by the invariant culture, without an English
/// plural ending (<see cref="PluralStemmer"/>). Han, Hiragana and Katakana are written without spaces, so each of their
/// characters is a term.
/// </remarks>
internal ref struct TokenEnumerator(ReadOnlySpan<char> text)
{
    /// <summary>
    /// The maximum length of a term. Anything longer is not a word; it is truncated, in documents as well as in
    /// queries.
    /// </summary>
    private const int MaximumLength = 64;

    private readonly ReadOnlySpan<char> _text = text;
    private TermBuffer _buffer;
    private int _termLength;
    private int _position;

    /// <summary>The start of the current token in the text.</summary>
    public int Start { get; private set; }

    /// <summary>The end of the current token in the text.</summary>
    public readonly int End => _position;

    /// <summary>The current term. It is valid until the next call of <see cref="MoveNext"/>.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<char> Term => ((ReadOnlySpan<char>)_buffer)[.._termLength];

    /// <summary>Advances to the next token.</summary>
    public bool MoveNext()
    {
        _termLength = 0;
        while (_position < _text.Length)
        {
            // Most characters of most documents are ASCII letters, which do not need Unicode's tables.
            if (char.IsAsciiLetterOrDigit(_text[_position]))
            {
                Append(char.ToLowerInvariant(_text[_position]));
                _position++;
                continue;
            }

            // An unpaired surrogate decodes to the replacement character, which is not a letter.
            _ = Rune.DecodeFromUtf16(_text[_position..], out var rune, out var consumed);
            if (!IsPartOfTerm(rune))
            {
                if (_termLength > 0)
                {
                    break;
                }
            }
            else if (IsTermByItself(rune))
            {
                if (_termLength == 0)
                {
                    Append(rune);
                    _position += consumed;
                }

                break;
            }
            else
            {
                Append(rune);
            }

            _position += consumed;
        }

        if (_termLength == 0)
        {
            return false;
        }

        _termLength = PluralStemmer.StemmedLength(_buffer, _termLength);
        return true;
    }

    private void Append(char character)
    {
        if (_termLength == 0)
        {
            Start = _position;
        }

        if (_termLength < MaximumLength)
        {
            _buffer[_termLength++] = character;
        }
    }

    private void Append(Rune rune)
    {
        if (_termLength == 0)
        {
            Start = _position;
        }

        if (_termLength + 2 <= MaximumLength)
        {
            _termLength += Rune.ToLowerInvariant(rune).EncodeToUtf16(((Span<char>)_buffer)[_termLength..]);
        }
    }

    private static bool IsPartOfTerm(Rune rune) =>
        Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsTermByItself(Rune rune) =>
        rune.Value
            is >= 0x3041
                and <= 0x30FF
                or >= 0x3400
                and <= 0x9FFF
                or >= 0xF900
                and <= 0xFAFF
                or >= 0x20000
                and <= 0x323AF;

    [InlineArray(MaximumLength)]
    private struct TermBuffer
    {
        private char _first;
    }
}
