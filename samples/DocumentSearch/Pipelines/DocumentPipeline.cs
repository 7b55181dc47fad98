using DocumentSearch.Analysis;
using DocumentSearch.Documents;
using Sluice;

namespace DocumentSearch.Pipelines;

/// <summary>What happens to one file. It runs once per file, for several files at once.</summary>
/// <remarks>
/// Each kind of document has a branch, of which one runs. A file of another kind is not even read: nothing that runs then needs its
/// text. That a file cannot be read is its run's failure, and the business of whoever runs this for many files.
/// </remarks>
[Pipeline]
internal sealed partial class DocumentPipeline(StageTimings timings)
{
    /// <summary>Reads a document and prepares it for the index, or says why it does not belong there.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public partial ValueTask<Optional<TokenizedDocument>> TokenizeAsync(
        DocumentFile file,
        Vocabulary vocabulary,
        CancellationToken cancellationToken = default
    );

    /// <summary>Reads a document and cuts it into passages: what an excerpt is taken from. Nothing is tokenized for it.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public partial ValueTask<Optional<SplitDocument>> SplitAsync(
        DocumentFile file,
        CancellationToken cancellationToken = default
    );

    [Stage]
    private static DocumentKind Classify(DocumentFile file) => file.Kind;

    /// <summary>A file that another program is writing may be free a moment later.</summary>
    [
        Stage,
        Retry(
            3,
            Delay = "00:00:00.020",
            Backoff = Backoff.Exponential,
            On = [typeof(IOException)],
            When = nameof(IsBusy)
        )
    ]
    private async ValueTask<Optional<FileContent>> ReadAsync(
        DocumentFile file,
        StageContext context,
        CancellationToken cancellationToken
    )
    {
        using var measurement = timings.Measure(context);
        return await FileReader.ReadAsync(file, cancellationToken);
    }

    private static bool IsBusy(Exception exception) =>
        exception is not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException);

    [Stage, When(nameof(Classify), DocumentKind.Markdown)]
    private Optional<ParsedDocument> ParseMarkdown(FileContent content, StageContext context)
    {
        using var measurement = timings.Measure(context);
        return MarkdownParser.Parse(content);
    }

    [Stage, When(nameof(Classify), DocumentKind.PlainText)]
    private ParsedDocument ParsePlainText(FileContent content, StageContext context)
    {
        using var measurement = timings.Measure(context);
        return PlainTextParser.Parse(content);
    }

    [Stage, When(nameof(Classify), DocumentKind.WebPage)]
    private ParsedDocument ParseWebPage(FileContent content, StageContext context)
    {
        using var measurement = timings.Measure(context);
        return WebPageParser.Parse(content);
    }

    [Stage, Otherwise(nameof(Classify))]
    private static Optional<ParsedDocument> Refuse(DocumentFile file) =>
        Optional.Skip(
            Path.GetExtension(file.RelativePath) is { Length: > 0 } extension
                ? $"{extension} is neither Markdown nor text nor HTML."
                : "Its name does not say what it is."
        );

    /// <summary>The branches meet here. Where the one that was chosen has nothing to give, its reason is the run's.</summary>
    [Stage]
    private SplitDocument Split(
        [From(nameof(ParseMarkdown), nameof(ParsePlainText), nameof(ParseWebPage), nameof(Refuse))]
            ParsedDocument document,
        StageContext context
    )
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
}
