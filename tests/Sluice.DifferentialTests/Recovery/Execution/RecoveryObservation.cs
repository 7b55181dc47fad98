using Sluice.DifferentialTests.Recovery.Probing;

namespace Sluice.DifferentialTests.Recovery.Execution;

/// <summary>The end of a run as its caller sees it.</summary>
/// <param name="Output">The output, if the run succeeded.</param>
/// <param name="Failure">The exception that the run ended with.</param>
/// <param name="Report">The report of the stages, if the run gives one.</param>
/// <param name="FurtherFailures">The other failures, if the run tells them.</param>
/// <param name="IsOwn">
/// Whether report and further failures certainly belong to this run: those beside an exception that several runs share may be another's.
/// </param>
public sealed record RecoveryObservation(
    Part? Output,
    Exception? Failure = null,
    RunReport? Report = null,
    IReadOnlyList<Exception>? FurtherFailures = null,
    bool IsOwn = true
);
