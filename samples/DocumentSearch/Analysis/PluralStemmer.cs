namespace DocumentSearch.Analysis;

/// <summary>
/// Removes English plural endings, by the S-stemmer that D. Harman describes in "How effective is suffixing?", Journal
/// of the American Society for Information Science 42(1), 1991. Only the first matching rule of the three is applied.
/// </summary>
internal static class PluralStemmer
{
    /// <summary>
    /// The shortest word that is stemmed. A word of three letters or fewer that ends in <c>s</c> is seldom a plural.
    /// </summary>
    private const int ShortestPlural = 4;

    /// <summary>Stems a lowercase term in place.</summary>
    /// <returns>The length of the stemmed term.</returns>
    public static int StemmedLength(Span<char> buffer, int length)
    {
        var term = buffer[..length];
        if (length < ShortestPlural || term[^1] != 's')
        {
            return length;
        }

        if (term.EndsWith("ies"))
        {
            if (term.EndsWith("eies") || term.EndsWith("aies"))
            {
                return length;
            }

            term[^3] = 'y';
            return length - 2;
        }

        if (term.EndsWith("es"))
        {
            return term.EndsWith("aes") || term.EndsWith("ees") || term.EndsWith("oes") ? length : length - 1;
        }

        return term.EndsWith("us") || term.EndsWith("ss") ? length : length - 1;
    }
}
