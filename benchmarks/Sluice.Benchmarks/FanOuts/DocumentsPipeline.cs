using DocumentSearch.Analysis;
using DocumentSearch.Documents;
using DocumentSearch.Pipelines;

namespace Sluice.Benchmarks.FanOuts;

/// <summary>
/// Fans out over documents: once with the work as one stage, and once with the sample's own pipeline for each file.
/// </summary>
[Pipeline]
internal sealed partial class DocumentsPipeline(DocumentPipeline documents)
{
    [return: From(nameof(CountTerms))]
    public partial ValueTask<int[]> CountAsync(
        IReadOnlyList<DocumentFile> files,
        Vocabulary vocabulary,
        CancellationToken cancellationToken = default
    );

    [return: From(nameof(CountNested))]
    public partial ValueTask<int[]> CountNestedAsync(
        IReadOnlyList<DocumentFile> files,
        Vocabulary vocabulary,
        CancellationToken cancellationToken = default
    );

    [Stage, Offload]
    private static ValueTask<int> CountTerms(
        [Each] DocumentFile file,
        Vocabulary vocabulary,
        CancellationToken cancellationToken
    ) => DocumentWork.CountTermsAsync(file, vocabulary, cancellationToken);

    /// <summary>
    /// Returns counts instead of documents, because the loop keeps no documents either, and keeping them would cost
    /// garbage collections.
    /// </summary>
    [Stage, Offload]
    private async ValueTask<int> CountNested(
        [Each] DocumentFile file,
        Vocabulary vocabulary,
        CancellationToken cancellationToken
    ) => DocumentWork.TermsOf((await documents.TokenizeAsync(file, vocabulary, cancellationToken)).Value);
}
