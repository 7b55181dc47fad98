using System.Collections.Concurrent;
using DocumentSearch.Analysis;
using DocumentSearch.Documents;
using DocumentSearch.Indexing;
using Sluice;

namespace DocumentSearch.Pipelines;

/// <summary>Makes a folder searchable.</summary>
[Pipeline]
internal sealed partial class IndexingPipeline(
    DocumentPipeline documents,
    StageTimings timings,
    IIndexingProgress progress
)
{
    /// <summary>Indexes a folder. What cannot be indexed is reported beside the index, not thrown.</summary>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    public partial ValueTask<(PassageIndex Index, SkippedFiles Skipped)> IndexAsync(
        DocumentFolder folder,
        CancellationToken cancellationToken = default
    );

    /// <summary>Offloaded, for a large folder on a slow disk should not hold the caller up.</summary>
    [Stage, Offload]
    private DocumentFiles Discover(DocumentFolder folder, StageContext context, CancellationToken cancellationToken)
    {
        using var measurement = timings.Measure(context);
        return FileDiscovery.Find(folder, cancellationToken);
    }

    [Stage]
    private void Announce(DocumentFiles files) => progress.Found(files);

    [Stage]
    private static Vocabulary StartVocabulary() => new();

    /// <summary>Runs the <see cref="DocumentPipeline"/> for every file, a few at once, so that few texts are in memory at a time.</summary>
    [Stage, After(nameof(Announce))]
    private async ValueTask<TokenizedDocuments> ProcessAsync(
        DocumentFiles files,
        Vocabulary vocabulary,
        StageContext context,
        CancellationToken cancellationToken
    )
    {
        using var measurement = timings.Measure(context);
        var tokenized = new TokenizedDocument?[files.Files.Count];
        var skipped = new ConcurrentBag<SkippedFile>();
        await Parallel.ForAsync(
            0,
            tokenized.Length,
            cancellationToken,
            async (index, token) =>
            {
                var file = files.Files[index];
                try
                {
                    tokenized[index] = await documents.TokenizeAsync(file, vocabulary, token);
                }
                catch (DocumentSkippedException exception)
                {
                    var left = new SkippedFile(file.RelativePath, exception.Reason, exception.Message);
                    skipped.Add(left);
                    progress.Skipped(left);
                }
            }
        );
        return new TokenizedDocuments([.. tokenized.OfType<TokenizedDocument>()], [.. skipped]);
    }

    [Stage, Offload]
    private PassageIndex Index(TokenizedDocuments tokenized, Vocabulary vocabulary, StageContext context)
    {
        using var measurement = timings.Measure(context);
        return PassageIndex.Build(tokenized.Documents, vocabulary);
    }

    [Stage]
    private static SkippedFiles ListSkipped(DocumentFiles files, TokenizedDocuments tokenized) =>
        new([
            .. files
                .Skipped.Concat(tokenized.Skipped)
                .OrderBy(static file => file.RelativePath, StringComparer.Ordinal),
        ]);
}
