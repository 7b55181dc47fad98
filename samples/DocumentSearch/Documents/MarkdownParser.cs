using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Sluice;

namespace DocumentSearch.Documents;

/// <summary>Parses Markdown with Markdig: CommonMark, tables and front matter.</summary>
internal static class MarkdownParser
{
    private static readonly MarkdownPipeline Syntax = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseYamlFrontMatter()
        .Build();

    /// <summary>
    /// Finds the headings and the blocks between them. Returns no value if they are nested more deeply than Markdig
    /// supports.
    /// </summary>
    public static Optional<ParsedDocument> Parse(FileContent content)
    {
        var blocks = new List<DocumentBlock>();
        try
        {
            Collect(Markdown.Parse(content.Text, Syntax), blocks);
        }
        catch (ArgumentException exception)
        {
            return Optional.Skip(exception.Message);
        }

        return new ParsedDocument(content.File, blocks);
    }

    private static void Collect(ContainerBlock container, List<DocumentBlock> blocks)
    {
        foreach (var block in container)
        {
            switch (block)
            {
                case YamlFrontMatterBlock or LinkReferenceDefinitionGroup or HtmlBlock or ThematicBreakBlock:
                    break;
                case HeadingBlock heading:
                    Add(heading.Level, MarkdownText.LinesOf(heading), blocks);
                    break;
                case TableRow row:
                    Add(headingLevel: 0, MarkdownText.LineOf(row), blocks);
                    break;
                case ContainerBlock inner:
                    Collect(inner, blocks);
                    break;
                case LeafBlock leaf:
                    Add(headingLevel: 0, MarkdownText.LinesOf(leaf), blocks);
                    break;
                default:
                    break;
            }
        }
    }

    private static void Add(int headingLevel, IReadOnlyList<TextLine> lines, List<DocumentBlock> blocks)
    {
        if (lines.Count > 0)
        {
            blocks.Add(new DocumentBlock(headingLevel, lines));
        }
    }
}
