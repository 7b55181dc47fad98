namespace DocumentSearch.Documents;

/// <summary>A document as a sequence of blocks, in the order of the text.</summary>
internal sealed record ParsedDocument(DocumentFile File, IReadOnlyList<DocumentBlock> Blocks);
