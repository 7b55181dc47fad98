namespace DocumentSearch.Documents;

/// <summary>A document that is split into passages.</summary>
internal sealed record SplitDocument(DocumentFile File, IReadOnlyList<Passage> Passages);
