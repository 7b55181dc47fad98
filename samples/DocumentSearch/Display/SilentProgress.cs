using DocumentSearch.Documents;
using DocumentSearch.Pipelines;

namespace DocumentSearch.Display;

/// <summary>Shows nothing: what is written to a file needs no progress bar.</summary>
internal sealed class SilentProgress : IIndexingProgress
{
    private SilentProgress() { }

    public static SilentProgress Instance { get; } = new();

    public void Found(DocumentFiles files) { }

    public void Done(DocumentFile file) { }
}
