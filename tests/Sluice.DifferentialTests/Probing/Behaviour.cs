namespace Sluice.DifferentialTests.Probing;

/// <summary>What a stage does in one run.</summary>
/// <param name="Timing">When it completes, if it is asynchronous.</param>
/// <param name="Fault">How it fails.</param>
/// <param name="FailsWithCancellation">
/// Whether it fails with an <see cref="OperationCanceledException"/> that no token of the run is behind.
/// </param>
/// <param name="HonoursToken">Whether it ends early when its token is cancelled, if it takes one and waits.</param>
/// <param name="CancelsCaller">Whether the caller's token is cancelled while its method runs.</param>
/// <param name="OpensGate">Whether another stage is completed by it, while its method runs.</param>
public readonly record struct Behaviour(
    Timing Timing = Timing.AtOnce,
    Fault Fault = Fault.None,
    bool FailsWithCancellation = false,
    bool HonoursToken = false,
    bool CancelsCaller = false,
    bool OpensGate = false
);
