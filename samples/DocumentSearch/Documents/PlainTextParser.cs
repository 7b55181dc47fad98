namespace DocumentSearch.Documents;

/// <summary>Parses plain text, in which blank lines separate paragraphs.</summary>
internal static class PlainTextParser
{
    /// <summary>Finds the paragraphs.</summary>
    public static ParsedDocument Parse(FileContent content)
    {
        var blocks = new List<DocumentBlock>();
        var paragraph = new List<TextLine>();
        var number = 0;
        foreach (var line in content.Text.AsSpan().EnumerateLines())
        {
            number++;
            if (!line.IsWhiteSpace())
            {
                paragraph.Add(new TextLine(number, line.Trim().ToString()));
                continue;
            }

            EndParagraph();
        }

        EndParagraph();
        return new ParsedDocument(content.File, blocks);

        void EndParagraph()
        {
            if (paragraph.Count > 0)
            {
                blocks.Add(new DocumentBlock(HeadingLevel: 0, paragraph.ToArray()));
                paragraph.Clear();
            }
        }
    }
}
