using DocumentSearch.Analysis;
using DocumentSearch.Search;

namespace DocumentSearch.Tests.Search;

public class QueryTermsTests
{
    [Theory]
    [InlineData("How are cycles reported?", "cycle reported")]
    [InlineData("how are these", "are how these")]
    [InlineData("Cycles cycle CYCLES", "cycle")]
    public void Stop_words_are_left_out_unless_there_is_nothing_else(string query, string terms) =>
        Assert.Equal(terms, string.Join(' ', Of(query, new Vocabulary()).Texts.Order(StringComparer.Ordinal)));

    [Fact]
    public void Terms_that_no_document_has_have_no_number_and_the_others_keep_the_order_of_the_query()
    {
        var vocabulary = new Vocabulary();
        var second = vocabulary.Add("second");
        var first = vocabulary.Add("first");

        Assert.Equal([first, second, first], Of("first unknown second first", vocabulary).InOrder);
        Assert.Equal(2, vocabulary.Count);
    }

    private static QueryTerms Of(string text, Vocabulary vocabulary) =>
        QueryTerms.Of(new SearchQuery(text, 5), vocabulary);
}
