namespace Sluice.Compiler.Lower;

/// <summary>The steps of a stage, in order.</summary>
/// <param name="Deciding">The steps that decide whether it runs.</param>
/// <param name="Entering">The steps before it counts as started. Their failures are the run's.</param>
/// <param name="Starting">The steps up to the call of a stage that returns a task.</param>
/// <param name="Ending">The steps from the output on. If the stage returns no task, the call is part of the first.</param>
internal sealed record StageSteps(
    IReadOnlyList<StageStep> Deciding,
    IReadOnlyList<StageStep> Entering,
    IReadOnlyList<StageStep> Starting,
    IReadOnlyList<StageStep> Ending
);
