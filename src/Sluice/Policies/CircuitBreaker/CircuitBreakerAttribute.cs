namespace Sluice;

/// <summary>
/// Stops calling a stage for a while after repeated failures. The stage then fails immediately with a
/// <see cref="CircuitOpenException"/>. After the break one call is allowed: its success closes the circuit, and its
/// failure opens it again.
/// </summary>
/// <remarks>
/// The state belongs to the pipeline instance, or to the pipeline type if the pipeline is static. It can be read from
/// the property that the compiler adds to the pipeline, such as <c>ReserveCircuit</c> for a stage <c>Reserve</c>. A
/// call counts neither as a success nor as a failure if it is cancelled or rejected by another limit of the stage.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CircuitBreakerAttribute : Attribute
{
    /// <summary>
    /// Initializes a new instance of the <see cref="CircuitBreakerAttribute"/> class whose circuit opens after a number
    /// of consecutive failures.
    /// </summary>
    /// <param name="failures">The number of consecutive failures that open the circuit. Must be at least 1.</param>
    /// <param name="breakDuration">
    /// The time for which the circuit stays open, in the format of <see cref="TimeSpan"/>, such as <c>"00:00:30"</c>.
    /// </param>
    public CircuitBreakerAttribute(int failures, string breakDuration) =>
        (Failures, BreakDuration) = (failures, breakDuration);

    /// <summary>
    /// Initializes a new instance of the <see cref="CircuitBreakerAttribute"/> class whose circuit opens at a ratio of
    /// failed calls within <see cref="Window"/>.
    /// </summary>
    /// <param name="failureRatio">
    /// The ratio of failed calls that opens the circuit. Must be greater than 0 and at most 1.
    /// </param>
    /// <param name="breakDuration">
    /// The time for which the circuit stays open, in the format of <see cref="TimeSpan"/>, such as <c>"00:00:30"</c>.
    /// </param>
    public CircuitBreakerAttribute(double failureRatio, string breakDuration) =>
        (FailureRatio, BreakDuration) = (failureRatio, breakDuration);

    /// <summary>The number of consecutive failures that open the circuit, or 0 if a ratio opens it.</summary>
    public int Failures { get; }

    /// <summary>The ratio of failed calls that opens the circuit, or 0 if consecutive failures open it.</summary>
    public double FailureRatio { get; }

    /// <summary>The time for which the circuit stays open, in the format of <see cref="TimeSpan"/>.</summary>
    public string BreakDuration { get; }

    /// <summary>
    /// The period over which calls are counted for the ratio, in the format of <see cref="TimeSpan"/>. The default is
    /// 30 seconds.
    /// </summary>
    public string Window { get; set; } = "00:00:30";

    /// <summary>
    /// The minimum number of calls within <see cref="Window"/> before the ratio applies. Must be at least 2. The
    /// default is 10.
    /// </summary>
    public int MinimumCalls { get; set; } = 10;
}
