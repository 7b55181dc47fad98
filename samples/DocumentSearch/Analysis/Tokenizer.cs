using DocumentSearch.Documents;

namespace DocumentSearch.Analysis;

/// <summary>Converts texts to term numbers.</summary>
internal static class Tokenizer
{
    /// <summary>Tokenizes the passages of a document.</summary>
    public static TokenizedDocument Tokenize(SplitDocument document, Vocabulary vocabulary)
    {
        var passages = new TokenizedPassage[document.Passages.Count];
        var terms = new List<int>();
        for (var index = 0; index < passages.Length; index++)
        {
            var passage = document.Passages[index];
            passages[index] = new TokenizedPassage(
                passage.Lines[0].Number,
                passage.HeadingTrail,
                NumbersOf(passage.Lines.Select(static line => line.Text), vocabulary, terms),
                NumbersOf(passage.HeadingTrail, vocabulary, terms)
            );
        }

        return new TokenizedDocument(document.File, passages);
    }

    /// <summary>Returns whether a text contains a term.</summary>
    public static bool HasTerm(string text) => new TokenEnumerator(text).MoveNext();

    /// <summary>Returns the terms of a text, in order.</summary>
    public static IReadOnlyList<string> TermsOf(string text)
    {
        var terms = new List<string>();
        var tokens = new TokenEnumerator(text);
        while (tokens.MoveNext())
        {
            terms.Add(tokens.Term.ToString());
        }

        return terms;
    }

    private static int[] NumbersOf(IEnumerable<string> texts, Vocabulary vocabulary, List<int> terms)
    {
        terms.Clear();
        foreach (var text in texts)
        {
            var tokens = new TokenEnumerator(text);
            while (tokens.MoveNext())
            {
                terms.Add(vocabulary.Add(tokens.Term));
            }
        }

        return [.. terms];
    }
}
