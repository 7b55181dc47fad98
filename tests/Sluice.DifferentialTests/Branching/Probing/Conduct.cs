using Sluice.DifferentialTests.Probing;

namespace Sluice.DifferentialTests.Branching.Probing;

/// <summary>What a stage does in one run, or with one element.</summary>
/// <param name="Timing">When it completes, if it is asynchronous.</param>
/// <param name="Ending">How it ends.</param>
/// <param name="HonoursToken">Whether it ends early when its token is cancelled, if it takes one and waits.</param>
/// <param name="CancelsCaller">Whether the caller's token is cancelled while its method runs.</param>
public readonly record struct Conduct(
    Timing Timing = Timing.AtOnce,
    Ending Ending = Ending.Succeeds,
    bool HonoursToken = false,
    bool CancelsCaller = false
);
