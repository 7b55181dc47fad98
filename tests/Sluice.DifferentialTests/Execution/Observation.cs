using Sluice.DifferentialTests.Probing;

namespace Sluice.DifferentialTests.Execution;

/// <summary>The end of a run as its caller sees it.</summary>
/// <param name="Outputs">The outputs, if the run did not fail.</param>
/// <param name="Failure">The exception that it threw, or with which its result says that it failed or was cancelled.</param>
/// <param name="Report">The report of the stages, if the run gives one.</param>
/// <param name="FurtherFailures">The other failures, if the run tells them.</param>
public sealed record Observation(
    IReadOnlyList<Seen> Outputs,
    Exception? Failure = null,
    RunReport? Report = null,
    IReadOnlyList<Exception>? FurtherFailures = null
)
{
    /// <summary>
    /// Whether report and further failures certainly belong to this run: those beside an exception that several runs share may be
    /// another's.
    /// </summary>
    public bool IsOwn { get; init; } = true;

    /// <summary>Whether the pipeline never tells about its stages, since it is interpreted.</summary>
    public bool ReportsNothing { get; init; }
}
