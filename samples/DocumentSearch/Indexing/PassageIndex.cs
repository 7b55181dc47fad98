using DocumentSearch.Analysis;

namespace DocumentSearch.Indexing;

/// <summary>An inverted index of passages. It does not change once built.</summary>
/// <param name="Vocabulary">The terms' numbers.</param>
/// <param name="Places">The passages, by number.</param>
/// <param name="Bodies">What the passages say.</param>
/// <param name="Headings">What the headings above them say.</param>
/// <param name="DocumentCount">How many documents they come from.</param>
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
