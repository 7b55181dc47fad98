using Sluice.DifferentialTests.Recovery.Probing;
using Sluice.DifferentialTests.Recovery.Reference;
using Sluice.DifferentialTests.Recovery.Shapes;

namespace Sluice.DifferentialTests.Recovery.Execution;

/// <summary>All that is known of a trial when it is over.</summary>
/// <param name="Pipeline">The outermost pipeline.</param>
/// <param name="Run">The id of the outermost run.</param>
/// <param name="Trace">What happened.</param>
/// <param name="Observation">What the caller got.</param>
/// <param name="IsExact">Whether all happened on one thread, so that the trace has one order.</param>
internal sealed record RecoveryRecord(
    RecoveryPipeline Pipeline,
    Guid Run,
    IReadOnlyList<TrialEntry> Trace,
    RecoveryObservation Observation,
    bool IsExact
)
{
    /// <summary>The trace as that of runs within runs.</summary>
    public RunTrace Outermost() => new(Pipeline, Run, outer: null, Trace);
}
