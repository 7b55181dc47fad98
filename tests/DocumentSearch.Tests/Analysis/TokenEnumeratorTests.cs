using DocumentSearch.Analysis;

namespace DocumentSearch.Tests.Analysis;

public class TokenEnumeratorTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" .,;—!? ", "")]
    [InlineData("One, two; THREE.", "one two three")]
    [InlineData("net8.0 a_b x-y", "net8 0 a b x y")]
    [InlineData("Größe ÄÖÜ ΣΊΣΥΦΟΣ", "größe äöü σίσυφοσ")]
    [InlineData("e\u0301tude", "e\u0301tude")]
    [InlineData("名前は x2", "名 前 は x2")]
    [InlineData("ab名cd", "ab 名 cd")]
    [InlineData("\ud83d\ude42ok\ud800no", "ok no")]
    [InlineData("\ud835\udfd8x", "\ud835\udfd8x")]
    public void Terms_are_runs_of_letters_and_digits_in_lower_case(string text, string terms) =>
        Assert.Equal(terms, string.Join(' ', Tokenizer.TermsOf(text)));

    [Theory]
    [InlineData("cycles", "cycle")]
    [InlineData("queries", "query")]
    [InlineData("calories", "calory")]
    [InlineData("eies", "eies")]
    [InlineData("zombaies", "zombaies")]
    [InlineData("classes", "classe")]
    [InlineData("shoes", "shoes")]
    [InlineData("trees", "trees")]
    [InlineData("status", "status")]
    [InlineData("class", "class")]
    [InlineData("its", "its")]
    [InlineData("runs", "run")]
    public void Plural_endings_go_by_the_three_rules_of_the_S_stemmer(string word, string term) =>
        Assert.Equal([term], Tokenizer.TermsOf(word));

    [Fact]
    public void Tokens_know_where_they_are_in_the_text()
    {
        const string Text = "Ein großer Zyklus, 名!";
        var found = new List<string>();

        var tokens = new TokenEnumerator(Text);
        while (tokens.MoveNext())
        {
            found.Add(Text[tokens.Start..tokens.End]);
        }

        Assert.Equal(["Ein", "großer", "Zyklus", "名"], found);
    }

    [Fact]
    public void An_endless_word_is_cut_the_same_way_everywhere()
    {
        var term = Assert.Single(Tokenizer.TermsOf(new string('x', 1000)));

        Assert.Equal(new string('x', 64), term);
        Assert.Equal([term], Tokenizer.TermsOf(new string('X', 500)));
    }
}
