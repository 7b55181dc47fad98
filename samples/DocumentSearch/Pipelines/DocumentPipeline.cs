using DocumentSearch.Analysis;
using DocumentSearch.Documents;
using Sluice;

namespace DocumentSearch.Pipelines;

/// <summary>Processes one file. It runs once per file, for several files at the same time.</summary>
/// <remarks>
/// Each kind of document has a branch, and one branch runs. A file of another kind is not even read, because no stage
/// that runs then needs its text. If a file cannot be read, its run fails; the caller that runs this pipeline for many
/// files handles that.
/// </remarks>
[Pipeline]
internal sealed partial class DocumentPipeline(StageTimings timings)
{
    /// <summary>
    /// Reads a document and prepares it for the index, or returns the reason why it does not belong there.
    /// </summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to the file is denied.</exception>
    public partial ValueTask<Optional<TokenizedDocument>> TokenizeAsync(
        DocumentFile file,
        Vocabulary vocabulary,
        CancellationToken cancellationToken = default
    );

    /// <summary>Reads a document and splits it into passages, for excerpts. Nothing is tokenized.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to the file is denied.</exception>
    public partial ValueTask<Optional<SplitDocument>> SplitAsync(
        DocumentFile file,
        CancellationToken cancellationToken = default
    );

    [Stage]
    private static DocumentKind Classify(DocumentFile file) => file.Kind;

    /// <summary>Retried, because a file that another program is writing may be available a moment later.</summary>
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

    /// <summary>Merges the branches. If the chosen branch has no value, its reason becomes that of the run.</summary>
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
