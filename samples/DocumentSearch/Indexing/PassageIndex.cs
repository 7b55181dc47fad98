using DocumentSearch.Analysis;

namespace DocumentSearch.Indexing;

/// <summary>An inverted index of passages. Immutable after it is built.</summary>
/// <param name="Vocabulary">The numbers of the terms.</param>
/// <param name="Places">The passages, by number.</param>
/// <param name="Bodies">The index of the passages' texts.</param>
/// <param name="Headings">The index of the headings above the passages.</param>
/// <param name="DocumentCount">The number of indexed documents.</param>
internal sealed record PassageIndex(
    Vocabulary Vocabulary,
    IReadOnlyList<PassagePlace> Places,
    FieldIndex Bodies,
    FieldIndex Headings,
    int DocumentCount
)
{
    /// <summary>Builds the index.</summary>
    public static PassageIndex Build(IReadOnlyList<TokenizedDocument> documents, Vocabulary vocabulary)
    {
        var count = documents.Sum(static document => document.Passages.Count);
        var places = new List<PassagePlace>(count);
        var bodies = new List<ReadOnlyMemory<int>>(count);
        var headings = new List<ReadOnlyMemory<int>>(count);
        foreach (var document in documents)
        {
            for (var ordinal = 0; ordinal < document.Passages.Count; ordinal++)
            {
                var passage = document.Passages[ordinal];
                places.Add(new PassagePlace(document.File, ordinal, passage.Line, passage.HeadingTrail));
                bodies.Add(passage.Body);
                headings.Add(passage.Headings);
            }
        }

        return new PassageIndex(
            vocabulary,
            places,
            FieldIndex.Build(bodies, vocabulary.NumberCount),
            FieldIndex.Build(headings, vocabulary.NumberCount),
            documents.Count
        );
    }
}
