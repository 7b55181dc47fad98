using DocumentSearch.Analysis;
using DocumentSearch.Documents;
using DocumentSearch.Indexing;
using Sluice;

namespace DocumentSearch.Pipelines;

/// <summary>Makes a folder searchable.</summary>
[Pipeline]
internal sealed partial class IndexingPipeline(DocumentPipeline documents, IIndexingProgress progress)
{
    /// <summary>How many files are under way at once: enough to keep processors and disk busy, few enough to fit in memory.</summary>
    private const int FilesAtOnce = 8;

    /// <summary>
    /// Indexes a folder. What cannot be indexed is listed beside the index and stops nothing. The result fails with a
    /// <see cref="DirectoryNotFoundException"/> where the folder does not exist.
    /// </summary>
    public partial ValueTask<PipelineResult<(PassageIndex Index, SkippedFiles Skipped)>> IndexAsync(
        DocumentFolder folder,
        CancellationToken cancellationToken = default
    );

    /// <summary>Offloaded, for a large folder on a slow disk should not hold the caller up.</summary>
    [Stage, Offload]
    private static DocumentFiles Discover(DocumentFolder folder, CancellationToken cancellationToken) =>
        FileDiscovery.Find(folder, cancellationToken);

    [Stage]
    private void Announce(DocumentFiles found) => progress.Found(found);

    [Stage]
    private static IReadOnlyList<DocumentFile> List(DocumentFiles found) => found.Files;

    [Stage]
    private static Vocabulary StartVocabulary() => new();

    /// <summary>Runs the <see cref="DocumentPipeline"/> for every file, on the thread pool, a few at once.</summary>
    [Stage, Offload, After(nameof(Announce))]
    private async ValueTask<Optional<TokenizedDocument>> PrepareAsync(
        [Each(MaxConcurrency = FilesAtOnce)] DocumentFile file,
        Vocabulary vocabulary,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await documents.TokenizeAsync(file, vocabulary, cancellationToken);
        }
        finally
        {
            progress.Done(file);
        }
    }

    /// <summary>It takes the results as outcomes: a file that fails is one document less, not the end of the run.</summary>
    [Stage]
    private static PreparedFiles Collect(DocumentFiles found, IReadOnlyList<Outcome<TokenizedDocument>> outcomes) =>
        new(
            [.. outcomes.Where(static outcome => outcome.HasValue).Select(static outcome => outcome.Value)],
            SkippedFiles.InOrder(
                found
                    .Files.Zip(outcomes)
                    .Where(static pair => !pair.Second.HasValue)
                    .Select(static pair => SkippedFile.Of(pair.First, pair.Second))
                    .Concat(found.Skipped)
            )
        );

    [Stage, Offload]
    private static PassageIndex Index(PreparedFiles prepared, Vocabulary vocabulary) =>
        PassageIndex.Build(prepared.Documents, vocabulary);

    [Stage]
    private static SkippedFiles ListSkipped(PreparedFiles prepared) => prepared.Skipped;
}
