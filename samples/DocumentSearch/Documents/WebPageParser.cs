using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace DocumentSearch.Documents;

/// <summary>Parses HTML with AngleSharp and extracts the text of the body that a browser displays.</summary>
internal sealed class WebPageParser
{
    private static readonly HtmlParser Syntax = new(new HtmlParserOptions { IsKeepingSourceReferences = true });

    private readonly List<DocumentBlock> _blocks = [];
    private readonly List<TextLine> _lines = [];
    private readonly StringBuilder _text = new();
    private int _line = 1;
    private int _textLine;

    /// <summary>Finds the headings and the blocks between them.</summary>
    public static ParsedDocument Parse(FileContent content)
    {
        using var page = Syntax.ParseDocument(content.Text);
        var parser = new WebPageParser();
        if (page.Body is { } body)
        {
            parser.Walk(body);
        }

        return new ParsedDocument(content.File, parser._blocks);
    }

    /// <summary>
    /// Visits all descendants of a node without recursion, because generated pages may be nested deeply.
    /// </summary>
    private void Walk(IElement root)
    {
        INode? node = root;
        while (node is not null)
        {
            var entered = Enter(node);
            if (entered && node.FirstChild is { } child)
            {
                node = child;
                continue;
            }

            while (node is not null)
            {
                Leave(node);
                if (node == root)
                {
                    return;
                }

                if (node.NextSibling is { } sibling)
                {
                    node = sibling;
                    break;
                }

                node = node.Parent;
            }
        }
    }

    /// <returns>Whether the node can contain visible text.</returns>
    private bool Enter(INode node)
    {
        if (node is IText written)
        {
            Append(written.Data);
            return false;
        }

        if (node is not IElement element || WebPageElements.IsHidden(element))
        {
            return false;
        }

        // An element that the page only implies has no position.
        _line = element.SourceReference?.Position is { Line: > 0 } position ? position.Line : _line;
        End(element);
        return true;
    }

    private void Leave(INode node)
    {
        if (node is IElement element)
        {
            End(element);
        }
    }

    private void End(IElement element)
    {
        if (WebPageElements.IsBlock(element))
        {
            EndBlock(WebPageElements.HeadingLevel(element));
        }
        else if (WebPageElements.IsLine(element))
        {
            EndLine();
        }
    }

    private void Append(string written)
    {
        // The first part continues the current line. AngleSharp converts every line break to \n.
        foreach (var part in written.AsSpan().Split('\n'))
        {
            if (part.Start.Value > 0)
            {
                EndLine();
                _line++;
            }

            if (_text.Length == 0)
            {
                _textLine = _line;
            }

            _text.Append(written.AsSpan(part));
        }
    }

    private void EndLine()
    {
        var trimmed = _text.ToString().Trim();
        if (trimmed.Length > 0)
        {
            _lines.Add(new TextLine(_textLine, trimmed));
        }

        _text.Clear();
    }

    private void EndBlock(int headingLevel)
    {
        EndLine();
        if (_lines.Count > 0)
        {
            _blocks.Add(new DocumentBlock(headingLevel, _lines.ToArray()));
            _lines.Clear();
        }
    }
}
