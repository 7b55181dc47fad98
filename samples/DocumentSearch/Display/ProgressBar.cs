using DocumentSearch.Documents;
using DocumentSearch.Pipelines;
using Spectre.Console;

namespace DocumentSearch.Display;

/// <summary>Updates a progress bar. Tasks of Spectre.Console can be updated from any thread.</summary>
internal sealed class ProgressBar(ProgressTask task) : IIndexingProgress
{
    public void Found(DocumentFiles files)
    {
        task.IsIndeterminate = false;
        // A bar of length 0 would never fill.
        task.MaxValue = Math.Max(1, files.Files.Count);
        task.Description = $"Indexing {files.DocumentCount:N0} of {files.Files.Count:N0} files";
    }

    public void Done(DocumentFile file) => task.Increment(1);
}
