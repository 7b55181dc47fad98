using DocumentSearch.Documents;

namespace DocumentSearch.Indexing;

/// <summary>Where an indexed passage is.</summary>
/// <param name="File">In which document.</param>
/// <param name="Ordinal">Which of the document's passages it is, from 0.</param>
/// <param name="Line">The number of its first line.</param>
/// <param name="HeadingTrail">The headings above it, outermost first.</param>
internal sealed record PassagePlace(DocumentFile File, int Ordinal, int Line, IReadOnlyList<string> HeadingTrail);
