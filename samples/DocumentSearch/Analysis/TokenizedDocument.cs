using DocumentSearch.Documents;

namespace DocumentSearch.Analysis;

/// <summary>A document, ready to be indexed.</summary>
internal sealed record TokenizedDocument(DocumentFile File, IReadOnlyList<TokenizedPassage> Passages);
