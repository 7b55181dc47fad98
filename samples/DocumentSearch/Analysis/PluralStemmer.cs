namespace DocumentSearch.Analysis;

/// <summary>
/// Takes English plural endings off: the S-stemmer that D. Harman describes in "How effective is suffixing?", Journal of the
/// American Society for Information Science 42(1), 1991. The first of its three rules that fits is applied, and no other.
/// </summary>
internal static class PluralStemmer
{
    /// <summary>A word of three letters or fewer that ends in <c>s</c> is seldom a plural.</summary>
    private const int ShortestPlural = 4;

    /// <summary>Stems a term in lower case in place.</summary>
    /// <returns>The length of what remains.</returns>
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
