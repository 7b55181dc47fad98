using DocumentSearch.Analysis;
using DocumentSearch.Documents;
using DocumentSearch.Indexing;
using DocumentSearch.Search;

namespace DocumentSearch.Tests.Search;

public class SpellingCorrectionTests
{
    private readonly PassageIndex _index = IndexOf("cycle reported", "cycle cyclo", "pipeline of stages", "go");

    [Theory]
    [InlineData("cycel reported", "cycle reported")]
    [InlineData("pipline stagse", "pipeline stage")]
    [InlineData("cycl", "cycle")]
    public void Words_that_no_document_has_become_the_nearest_that_one_has(string query, string corrected) =>
        Assert.Equal(corrected, string.Join(' ', SpellingCorrection.Correct(Of(query), _index).Value.Terms.Words));

    [Fact]
    public void A_correction_is_named_once() =>
        Assert.Equal(
            [new Correction("cycel", "cycle")],
            SpellingCorrection.Correct(Of("cycel reported cycel"), _index).Value.Corrections
        );

    [Theory]
    [InlineData("cycle", "the documents have every word of the query")]
    [InlineData("xylophone", "the documents have no word that is spelt nearly alike")]
    [InlineData("gx", "the documents have no word that is spelt nearly alike")]
    public void Where_there_is_nothing_to_correct_it_says_why(string query, string reason)
    {
        var corrected = SpellingCorrection.Correct(Of(query), _index);

        Assert.False(corrected.HasValue);
        Assert.Equal(reason, corrected.Reason);
    }

    private QueryTerms Of(string query) => QueryTerms.Of(new SearchQuery(query, 5), _index.Vocabulary);

    private static PassageIndex IndexOf(params string[] texts)
    {
        var vocabulary = new Vocabulary();
        var documents = texts.Select(text =>
            Tokenizer.Tokenize(
                PassageSplitter.Split(PlainTextParser.Parse(new FileContent(new DocumentFile("/a", "a", 1), text))),
                vocabulary
            )
        );
        return PassageIndex.Build([.. documents], vocabulary);
    }
}
