using DocumentSearch.Analysis;
using DocumentSearch.Documents;

namespace DocumentSearch.Indexing;

/// <summary>The documents of a folder, ordered by path, and the files that were left out.</summary>
internal sealed record PreparedFiles(IReadOnlyList<TokenizedDocument> Documents, SkippedFiles Skipped);
