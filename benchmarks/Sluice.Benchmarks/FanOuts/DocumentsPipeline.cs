using DocumentSearch.Analysis;
using DocumentSearch.Documents;
using DocumentSearch.Pipelines;

namespace Sluice.Benchmarks.FanOuts;

/// <summary>Fans out over documents, once with the work as one stage, once with the sample's own pipeline for each file.</summary>
[Pipeline]
internal sealed partial class DocumentsPipeline(DocumentPipeline documents)
{
    [return: From(nameof(CountTerms))]
    public partial ValueTask<int[]> CountAsync(
        IReadOnlyList<DocumentFile> files,
        Vocabulary vocabulary,
        CancellationToken cancellationToken = default
    );

    [return: From(nameof(Collect))]
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

    [Stage, Offload]
    private ValueTask<Optional<TokenizedDocument>> PrepareAsync(
        [Each] DocumentFile file,
        Vocabulary vocabulary,
        CancellationToken cancellationToken
    ) => documents.TokenizeAsync(file, vocabulary, cancellationToken);

    [Stage]
    private static int[] Collect(IReadOnlyList<Outcome<TokenizedDocument>> documents) =>
        [.. documents.Select(static document => DocumentWork.TermsOf(document.Value))];
}
