using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>A stage of a run as a work item of the thread pool. It is made once for each run object.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OffloadedStage : IThreadPoolWorkItem
{
    /// <summary>Makes the work item.</summary>
    /// <param name="start">Starts the stage.</param>
    public OffloadedStage(Action start) => Start = start;

    /// <summary>The delegate that starts the stage.</summary>
    public Action Start { get; }

    /// <inheritdoc />
    void IThreadPoolWorkItem.Execute() => Start();
}
