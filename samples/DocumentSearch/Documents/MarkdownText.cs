using System.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace DocumentSearch.Documents;

/// <summary>Extracts the visible text from Markdown blocks.</summary>
internal static class MarkdownText
{
    /// <summary>Returns the lines of a paragraph, heading or code block that are not blank.</summary>
    public static IReadOnlyList<TextLine> LinesOf(LeafBlock block)
    {
        // Markdig counts from 0. The opening fence of a code block is a separate line.
        var first = block.Line + 1 + (block is FencedCodeBlock ? 1 : 0);
        var lines = new List<TextLine>();
        if (block.Inline is not null)
        {
            var text = TextOf(block.Inline);
            if (block is HeadingBlock { IsSetext: true })
            {
                // For such a heading, Markdig reports the line of the underline; the text is above it.
                first -= 1 + text.Count(static character => character == '\n');
            }

            AddLines(text, first, lines);
        }
        else
        {
            for (var index = 0; index < block.Lines.Count; index++)
            {
                AddLines(block.Lines.Lines[index].Slice.ToString(), first + index, lines);
            }
        }

        return lines;
    }

    /// <summary>Returns a row of a table as one line, regardless of its content.</summary>
    public static IReadOnlyList<TextLine> LineOf(TableRow row)
    {
        var cells = row.Descendants<LeafBlock>()
            .Where(static block => block.Inline is not null)
            .Select(static block => TextOf(block.Inline!).Trim())
            .Where(static cell => cell.Length > 0);
        var text = string.Join(" · ", cells);
        return text.Length == 0 ? [] : [new TextLine(row.Line + 1, text)];
    }

    private static void AddLines(string text, int first, List<TextLine> lines)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (!line.IsWhiteSpace())
            {
                lines.Add(new TextLine(first, line.Trim().ToString()));
            }

            first++;
        }
    }

    private static string TextOf(ContainerInline container)
    {
        var text = new StringBuilder();
        Append(container, text);
        return text.ToString();
    }

    private static void Append(ContainerInline container, StringBuilder text)
    {
        foreach (var inline in container)
        {
            _ = inline switch
            {
                LiteralInline literal => text.Append(literal.Content.AsSpan()),
                CodeInline code => text.Append(code.Content),
                AutolinkInline link => text.Append(link.Url),
                HtmlEntityInline entity => text.Append(entity.Transcoded.AsSpan()),
                LineBreakInline => text.Append('\n'),
                _ => text,
            };
            if (inline is ContainerInline inner)
            {
                Append(inner, text);
            }
        }
    }
}
