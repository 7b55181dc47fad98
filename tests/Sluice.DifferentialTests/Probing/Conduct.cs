namespace Sluice.DifferentialTests.Probing;

/// <summary>The behaviour of one call of a stage.</summary>
/// <param name="Timing">When it completes, if it is asynchronous.</param>
/// <param name="Ending">How it ends.</param>
/// <param name="Failure">The exception that it throws, if it does.</param>
/// <param name="HonoursToken">Whether it ends early when its token is cancelled, if it takes one and waits.</param>
/// <param name="Cancellation">Whether the caller's token is cancelled during the call.</param>
/// <param name="OpensGate">Whether the method completes another stage that waits.</param>
/// <param name="UndoFails">Whether undoing it fails.</param>
/// <param name="CleanUpFails">Whether its clean-up fails.</param>
public readonly record struct Conduct(
    Timing Timing = Timing.AtOnce,
    Ending Ending = Ending.Succeeds,
    FailureKind Failure = FailureKind.Own,
    bool HonoursToken = false,
    CallerCancellation Cancellation = CallerCancellation.None,
    bool OpensGate = false,
    bool UndoFails = false,
    bool CleanUpFails = false
)
{
    /// <summary>Whether the call is completed by another than its caller.</summary>
    public bool IsGated => Timing is Timing.TaskGate or Timing.SourceGate;
}
