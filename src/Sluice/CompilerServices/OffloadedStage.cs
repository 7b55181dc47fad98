using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>A stage of a run as the thread pool takes it. It is made once for each run object.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OffloadedStage : IThreadPoolWorkItem
{
    private readonly Action _start;

    /// <summary>Makes the work item.</summary>
    /// <param name="start">What starts the stage.</param>
    public OffloadedStage(Action start) => _start = start;

    /// <inheritdoc />
    void IThreadPoolWorkItem.Execute() => _start();
}
