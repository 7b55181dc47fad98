namespace DocumentSearch.Documents;

/// <summary>
/// Splits a document into passages. Blocks of a section are combined until they are long enough to stand alone, and no
/// passage is so long that its location says little.
/// </summary>
internal sealed class PassageSplitter
{
    /// <summary>The number of words at which a passage is long enough.</summary>
    public const int EnoughWords = 80;

    /// <summary>
    /// The maximum number of words. A block that would make a passage longer starts another passage, and a longer block
    /// is split.
    /// </summary>
    public const int MaximumWords = 160;

    private readonly List<Passage> _passages = [];
    private readonly List<(int Level, TextLine Line)> _headings = [];
    private readonly List<TextLine> _lines = [];
    private int _words;

    /// <summary>Whether the innermost heading has a passage or a heading below it.</summary>
    private bool _headingHasContent = true;

    private PassageSplitter() { }

    /// <summary>Splits a document into passages.</summary>
    public static SplitDocument Split(ParsedDocument document)
    {
        var splitter = new PassageSplitter();
        foreach (var block in document.Blocks)
        {
            if (block.IsHeading)
            {
                splitter.StartSection(block);
            }
            else
            {
                splitter.AddBlock(block);
            }
        }

        splitter.EndSection();
        return new SplitDocument(document.File, splitter._passages);
    }

    private void StartSection(DocumentBlock heading)
    {
        var isBelow = _headings.Count > 0 && heading.HeadingLevel > _headings[^1].Level;
        _headingHasContent |= isBelow;
        EndSection();
        _headings.RemoveAll(above => above.Level >= heading.HeadingLevel);
        var text = string.Join(' ', heading.Lines.Select(static line => line.Text));
        _headings.Add((heading.HeadingLevel, new TextLine(heading.Lines[0].Number, text)));
        _headingHasContent = false;
    }

    private void AddBlock(DocumentBlock block)
    {
        _headingHasContent = true;
        var pieces = block.Lines.SelectMany(CutLine).ToList();
        if (_words + pieces.Sum(static piece => piece.Words) > MaximumWords)
        {
            EndPassage();
        }

        foreach (var (line, count) in pieces)
        {
            if (_words + count > MaximumWords)
            {
                EndPassage();
            }

            _lines.Add(line);
            _words += count;
        }

        if (_words >= EnoughWords)
        {
            EndPassage();
        }
    }

    private void EndSection()
    {
        EndPassage();
        if (!_headingHasContent)
        {
            // A heading without content is the only text of its section.
            _lines.Add(_headings[^1].Line);
            EndPassage();
        }
    }

    private void EndPassage()
    {
        if (_lines.Count > 0)
        {
            _passages.Add(new Passage([.. _headings.Select(static heading => heading.Line.Text)], _lines.ToArray()));
            _lines.Clear();
            _words = 0;
        }
    }

    /// <summary>Splits a long line. Some authors write a whole paragraph as one line.</summary>
    private static IEnumerable<(TextLine Line, int Words)> CutLine(TextLine line)
    {
        var rest = line.Text;
        while (true)
        {
            var (end, count) = TakeWords(rest);
            if (end == rest.Length)
            {
                yield return (line with { Text = rest }, count);
                yield break;
            }

            yield return (line with { Text = rest[..end] }, count);
            rest = rest[end..].TrimStart();
        }
    }

    /// <summary>Returns the end of the first <see cref="MaximumWords"/> words, and their number.</summary>
    private static (int End, int Words) TakeWords(string text)
    {
        var count = 0;
        for (var index = 0; index < text.Length; index++)
        {
            var startsWord = !char.IsWhiteSpace(text[index]) && (index == 0 || char.IsWhiteSpace(text[index - 1]));
            if (startsWord && ++count > MaximumWords)
            {
                return (text.AsSpan(0, index).TrimEnd().Length, MaximumWords);
            }
        }

        return (text.Length, count);
    }
}
