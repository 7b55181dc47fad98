using DocumentSearch.Documents;

namespace DocumentSearch.Pipelines;

/// <summary>Is told how indexing gets on, from several threads at once.</summary>
internal interface IIndexingProgress
{
    /// <summary>The files have been found.</summary>
    void Found(DocumentFiles files);

    /// <summary>A file has been seen to: it is ready for the index, or left out.</summary>
    void Done(DocumentFile file);
}
