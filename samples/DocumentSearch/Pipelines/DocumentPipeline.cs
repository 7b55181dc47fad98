using DocumentSearch.Analysis;
using DocumentSearch.Documents;
using Sluice;

namespace DocumentSearch.Pipelines;

/// <summary>What happens to one document. It runs once per file, for many files at once.</summary>
[Pipeline]
internal sealed partial class DocumentPipeline(StageTimings timings, IIndexingProgress progress)
{
    /// <summary>Reads a document and prepares it for the index.</summary>
    public partial ValueTask<TokenizedDocument> TokenizeAsync(
        DocumentFile file,
        Vocabulary vocabulary,
        CancellationToken cancellationToken = default
    );

    /// <summary>Reads a document and cuts it into passages: what an excerpt is taken from. Nothing is tokenized for it.</summary>
    public partial ValueTask<SplitDocument> SplitAsync(
        DocumentFile file,
        CancellationToken cancellationToken = default
    );

    [Stage]
    private async ValueTask<FileContent> ReadAsync(
        DocumentFile file,
        StageContext context,
        CancellationToken cancellationToken
    )
    {
        using var measurement = timings.Measure(context);
        return await FileReader.ReadAsync(file, cancellationToken);
    }

    [Stage]
    private ParsedDocument Parse(FileContent content, StageContext context)
    {
        using var measurement = timings.Measure(context);
        return content.File.IsMarkdown ? MarkdownParser.Parse(content) : PlainTextParser.Parse(content);
    }

    [Stage]
    private SplitDocument Split(ParsedDocument document, StageContext context)
    {
        using var measurement = timings.Measure(context);
        return PassageSplitter.Split(document);
    }

    [Stage]
    private TokenizedDocument Tokenize(SplitDocument document, Vocabulary vocabulary, StageContext context)
    {
        using var measurement = timings.Measure(context);
        return Tokenizer.Tokenize(document, vocabulary);
    }

    /// <summary>An effect: it runs wherever there is a tokenized document, so not in <see cref="SplitAsync"/>.</summary>
    [Stage]
    private void Advance(TokenizedDocument document) => progress.Indexed(document);
}
