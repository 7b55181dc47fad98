using Sluice.Compiler.Parse.Policies;

namespace Sluice.Compiler.Policies.CircuitBreaker;

/// <summary>Reads <c>[CircuitBreaker]</c>.</summary>
internal static class CircuitBreakerParser
{
    private const string MinimumCalls = "MinimumCalls";
    private const string Window = "Window";
    private const long UsualWindow = 30 * TimeSpan.TicksPerSecond;

    /// <summary>The definition of the policy for the catalog.</summary>
    public static PolicyDefinition Definition { get; } =
        PolicyDefinition.Of("CircuitBreakerAttribute", attribute => [Parse(attribute)]);

    private static CircuitBreakerPolicy? Parse(PolicyAttribute attribute)
    {
        var isRatio = attribute[0]?.Value is double;
        var failures = isRatio ? 0 : attribute.Number(attribute[0], "failures", 0, least: 1);
        var ratio = isRatio
            ? attribute.Real(
                attribute[0],
                "failureRatio",
                0,
                value => value is > 0 and <= 1,
                "more than 0 and at most 1; write a number of failures without a decimal point"
            )
            : 0;
        var breakDuration = attribute.NeededTime(attribute[1], "breakDuration", TimeRange.Positive);
        var window = attribute.Time(attribute[Window], Window, TimeRange.Positive);
        var minimumCalls = attribute.Number(attribute[MinimumCalls], MinimumCalls, 10, least: 2);
        foreach (var name in isRatio ? Array.Empty<string>() : [Window, MinimumCalls])
        {
            if (attribute[name] is not null)
            {
                attribute.RefuseMeaning(
                    $"its '{name}' applies to a failure ratio, but it counts failures in a row: give a ratio such as "
                        + $"0.5 instead, or remove '{name}'"
                );
            }
        }

        return attribute.IsRefused
            ? null
            : new CircuitBreakerPolicy(
                failures,
                ratio,
                breakDuration,
                window == 0 ? UsualWindow : window,
                minimumCalls
            );
    }
}
