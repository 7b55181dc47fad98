namespace DocumentSearch.Analysis;

/// <summary>
/// English words that questions contain whatever they ask about. They are indexed, but left out of queries.
/// </summary>
internal static class StopWords
{
    private const string Words =
        "a about after all also an and any are as at be been but by can could did do does for from had has have how if in into is it "
        + "its may me my no not of on or our should so than that the their them then there these they this to was we were what when "
        + "where which who why will with would you your";

    private static readonly HashSet<string> Stemmed = Stem();

    /// <summary>Returns whether a term, as the <see cref="TokenEnumerator"/> returns it, is a stop word.</summary>
    public static bool Contains(string term) => Stemmed.Contains(term);

    private static HashSet<string> Stem()
    {
        var stemmed = new HashSet<string>(StringComparer.Ordinal);
        var tokens = new TokenEnumerator(Words);
        while (tokens.MoveNext())
        {
            stemmed.Add(tokens.Term.ToString());
        }

        return stemmed;
    }
}
