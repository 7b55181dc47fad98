namespace Sluice;

/// <summary>
/// Keeps a stage that fails again and again from being called for a while: it fails with a <see cref="CircuitOpenException"/> at
/// once. After the break one call is let through; its success closes the circuit, its failure opens it again.
/// </summary>
/// <remarks>
/// The state belongs to the pipeline instance; of a static pipeline, to the pipeline itself. It can be read from
/// the property that the compiler adds to the pipeline, such as <c>ReserveCircuit</c> for a stage <c>Reserve</c>. A call that is
/// cancelled counts neither as a success nor as a failure, and neither does one that found no place within the stage's other limits.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CircuitBreakerAttribute : Attribute
{
    /// <summary>Opens the circuit after failures in a row.</summary>
    /// <param name="failures">How many: 1 or more.</param>
    /// <param name="breakDuration">How long it stays open, such as <c>"00:00:30"</c> in the format of <see cref="TimeSpan"/>.</param>
    public CircuitBreakerAttribute(int failures, string breakDuration) =>
        (Failures, BreakDuration) = (failures, breakDuration);

    /// <summary>Opens the circuit when a part of the calls within <see cref="Window"/> failed.</summary>
    /// <param name="failureRatio">Which part: more than 0, at most 1.</param>
    /// <param name="breakDuration">How long it stays open.</param>
    public CircuitBreakerAttribute(double failureRatio, string breakDuration) =>
        (FailureRatio, BreakDuration) = (failureRatio, breakDuration);

    /// <summary>How many failures in a row open the circuit, or 0 where the ratio does.</summary>
    public int Failures { get; }

    /// <summary>Which part of failed calls opens the circuit, or 0 where failures in a row do.</summary>
    public double FailureRatio { get; }

    /// <summary>How long the circuit stays open.</summary>
    public string BreakDuration { get; }

    /// <summary>The time over which calls are counted for the ratio: the last 30 seconds where it is left out.</summary>
    public string Window { get; set; } = "00:00:30";

    /// <summary>How many calls there must be within <see cref="Window"/> before the ratio counts: 2 or more.</summary>
    public int MinimumCalls { get; set; } = 10;
}
