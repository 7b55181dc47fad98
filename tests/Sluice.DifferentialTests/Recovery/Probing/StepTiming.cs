namespace Sluice.DifferentialTests.Recovery.Probing;

/// <summary>When an asynchronous call completes.</summary>
public enum StepTiming
{
    AtOnce,

    /// <summary>When the test completes it.</summary>
    Gate,

    /// <summary>By itself, on a thread of the pool.</summary>
    Yield,
}
