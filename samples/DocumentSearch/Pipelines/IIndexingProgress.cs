using DocumentSearch.Analysis;
using DocumentSearch.Documents;

namespace DocumentSearch.Pipelines;

/// <summary>Is told how indexing gets on, from several threads at once.</summary>
internal interface IIndexingProgress
{
    /// <summary>The documents have been found.</summary>
    void Found(DocumentFiles files);

    /// <summary>A document is ready for the index.</summary>
    void Indexed(TokenizedDocument document);

    /// <summary>A document had to be left out.</summary>
    void Skipped(SkippedFile file);
}
