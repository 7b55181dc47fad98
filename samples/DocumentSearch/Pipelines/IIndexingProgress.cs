using DocumentSearch.Documents;

namespace DocumentSearch.Pipelines;

/// <summary>Receives the progress of indexing, from several threads at the same time.</summary>
internal interface IIndexingProgress
{
    /// <summary>Reports that the files have been found.</summary>
    void Found(DocumentFiles files);

    /// <summary>Reports that a file has been processed: it is ready for the index, or left out.</summary>
    void Done(DocumentFile file);
}
