using DocumentSearch.Analysis;
using DocumentSearch.Documents;

namespace Sluice.Benchmarks.FanOuts;

/// <summary>The sample's work for a text file, written without pipelines.</summary>
internal static class DocumentWork
{
    /// <summary>Reads a file, splits it into passages, tokenizes them, and counts the terms.</summary>
    public static async ValueTask<int> CountTermsAsync(
        DocumentFile file,
        Vocabulary vocabulary,
        CancellationToken token
    )
    {
        var content = await FileReader.ReadAsync(file, token);
        var split = PassageSplitter.Split(PlainTextParser.Parse(content.Value));
        return TermsOf(Tokenizer.Tokenize(split, vocabulary));
    }

    /// <summary>Counts the terms of a document.</summary>
    public static int TermsOf(TokenizedDocument document) =>
        document.Passages.Sum(static passage => passage.Body.Length);
}
