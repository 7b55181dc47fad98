namespace DocumentSearch.Documents;

/// <summary>A document cut into passages.</summary>
internal sealed record SplitDocument(DocumentFile File, IReadOnlyList<Passage> Passages);
