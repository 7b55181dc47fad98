using Sluice.DifferentialTests.Branching.Probing;

namespace Sluice.DifferentialTests.Branching.Execution;

/// <summary>What the caller of an entry point gets.</summary>
/// <param name="Outputs">The outputs, where the run did not fail.</param>
/// <param name="Failure">What it threw, or what its result says that it failed or was cancelled with.</param>
/// <param name="Report">What became of the stages, where the run tells.</param>
/// <param name="FurtherFailures">What else failed.</param>
/// <param name="FailedStage">The stage that a result names as the one that failed.</param>
public sealed record Observation(
    IReadOnlyList<Seen> Outputs,
    Exception? Failure = null,
    RunReport? Report = null,
    IReadOnlyList<Exception>? FurtherFailures = null,
    string? FailedStage = null
);
