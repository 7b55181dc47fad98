using System.Globalization;

namespace Sluice.Compiler.Policies.CircuitBreaker;

/// <summary>A circuit that stops the calls of a stage for a while if too many of them fail.</summary>
/// <param name="Failures">The number of consecutive failures that opens the circuit, or 0 if the ratio does.</param>
/// <param name="FailureRatio">The ratio of failed calls that opens the circuit.</param>
/// <param name="BreakDuration">The time for which the circuit stays open, in ticks.</param>
/// <param name="Window">The time over which calls are counted for the ratio, in ticks.</param>
/// <param name="MinimumCalls">The number of calls in the window below which the ratio does not count.</param>
internal sealed record CircuitBreakerPolicy(
    int Failures,
    double FailureRatio,
    long BreakDuration,
    long Window,
    int MinimumCalls
) : PolicyModel
{
    private const string Name = "CircuitBreaker";

    public override PolicyLayer Layer => PolicyLayer.CircuitBreaker;

    public override string Display =>
        Failures > 0
            ? PolicyDisplay.Of(Name, PolicyDisplay.Number(Failures), PolicyDisplay.Time(BreakDuration))
            : PolicyDisplay.Of(
                Name,
                FailureRatio.ToString("R", CultureInfo.InvariantCulture),
                PolicyDisplay.Time(BreakDuration),
                PolicyDisplay.Named("Window", PolicyDisplay.Time(Window)),
                PolicyDisplay.Named("MinimumCalls", PolicyDisplay.Number(MinimumCalls))
            );

    public override PolicyNeeds Needs => PolicyNeeds.Clock | PolicyNeeds.Failures;

    public override string? KeepsState => "remove [CircuitBreaker], because each instance has its own state";
}
