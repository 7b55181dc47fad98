using DocumentSearch.Analysis;
using DocumentSearch.Documents;

namespace DocumentSearch.Indexing;

/// <summary>The documents of a folder, ordered by path, and those that had to be left out.</summary>
internal sealed record TokenizedDocuments(
    IReadOnlyList<TokenizedDocument> Documents,
    IReadOnlyList<SkippedFile> Skipped
);
