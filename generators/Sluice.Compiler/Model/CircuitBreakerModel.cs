namespace Sluice.Compiler.Model;

/// <summary>When a stage is not called for a while.</summary>
/// <param name="Failures">How many failures in a row open the circuit, or 0 where the ratio does.</param>
/// <param name="FailureRatio">Which part of failed calls opens it.</param>
/// <param name="BreakDuration">How long it stays open, in ticks.</param>
/// <param name="Window">The time over which calls are counted for the ratio, in ticks.</param>
/// <param name="MinimumCalls">How many calls there must be before the ratio counts.</param>
internal sealed record CircuitBreakerModel(
    int Failures,
    double FailureRatio,
    long BreakDuration,
    long Window,
    int MinimumCalls
);
