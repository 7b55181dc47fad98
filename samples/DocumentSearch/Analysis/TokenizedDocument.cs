using DocumentSearch.Documents;

namespace DocumentSearch.Analysis;

/// <summary>A document that is ready to be indexed.</summary>
internal sealed record TokenizedDocument(DocumentFile File, IReadOnlyList<TokenizedPassage> Passages);
