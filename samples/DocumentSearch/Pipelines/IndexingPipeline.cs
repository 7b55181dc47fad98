using DocumentSearch.Analysis;
using DocumentSearch.Documents;
using DocumentSearch.Indexing;
using Sluice;

namespace DocumentSearch.Pipelines;

/// <summary>Indexes a folder for searching.</summary>
[Pipeline]
internal sealed partial class IndexingPipeline(DocumentPipeline documents, IIndexingProgress progress)
{
    /// <summary>
    /// The maximum number of files under way at the same time: enough to use processors and disk, and few enough to fit
    /// in memory.
    /// </summary>
    private const int FilesAtOnce = 8;

    /// <summary>
    /// Indexes a folder. Files that cannot be indexed are listed beside the index and do not stop the run. If the
    /// folder does not exist, the result is a failure with a <see cref="DirectoryNotFoundException"/>.
    /// </summary>
    public partial ValueTask<PipelineResult<(PassageIndex Index, SkippedFiles Skipped)>> IndexAsync(
        DocumentFolder folder,
        CancellationToken cancellationToken = default
    );

    /// <summary>Offloaded, so that a large folder on a slow disk does not delay the caller.</summary>
    [Stage, Offload]
    private static DocumentFiles Discover(DocumentFolder folder, CancellationToken cancellationToken) =>
        FileDiscovery.Find(folder, cancellationToken);

    [Stage]
    private void Announce(DocumentFiles found) => progress.Found(found);

    [Stage]
    private static IReadOnlyList<DocumentFile> List(DocumentFiles found) => found.Files;

    [Stage]
    private static Vocabulary StartVocabulary() => new();

    /// <summary>
    /// Runs the <see cref="DocumentPipeline"/> for every file, on the thread pool, with a few files at the same time.
    /// </summary>
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

    /// <summary>
    /// Takes the results as outcomes, so a failed file means one document less, not the end of the run.
    /// </summary>
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
