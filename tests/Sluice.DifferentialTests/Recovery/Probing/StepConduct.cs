namespace Sluice.DifferentialTests.Recovery.Probing;

/// <summary>The behaviour of one call of a stage.</summary>
/// <param name="Timing">When it completes.</param>
/// <param name="Ending">How it ends.</param>
/// <param name="HonoursToken">Whether it ends early if its token is cancelled while it waits.</param>
/// <param name="UndoFails">Whether undoing it fails.</param>
/// <param name="CleanUpFails">Whether its clean-up fails.</param>
public readonly record struct StepConduct(
    StepTiming Timing,
    StepEnding Ending,
    bool HonoursToken,
    bool UndoFails,
    bool CleanUpFails
);
