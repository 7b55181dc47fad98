using DocumentSearch.Documents;
using DocumentSearch.Pipelines;

namespace DocumentSearch.Display;

/// <summary>Shows no progress, for output that is redirected to a file.</summary>
internal sealed class SilentProgress : IIndexingProgress
{
    private SilentProgress() { }

    public static SilentProgress Instance { get; } = new();

    public void Found(DocumentFiles files) { }

    public void Done(DocumentFile file) { }
}
