using DocumentSearch.Documents;

namespace DocumentSearch.Indexing;

/// <summary>The location of an indexed passage.</summary>
/// <param name="File">The document that contains the passage.</param>
/// <param name="Ordinal">The index of the passage in the document, starting with 0.</param>
/// <param name="Line">The number of the first line.</param>
/// <param name="HeadingTrail">The headings above the passage, outermost first.</param>
internal sealed record PassagePlace(DocumentFile File, int Ordinal, int Line, IReadOnlyList<string> HeadingTrail);
