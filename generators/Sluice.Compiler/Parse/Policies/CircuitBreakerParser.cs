using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse.Policies;

/// <summary>Reads <c>[CircuitBreaker]</c>.</summary>
internal static class CircuitBreakerParser
{
    private const long UsualWindow = 30 * TimeSpan.TicksPerSecond;

    /// <summary>What the attribute says, or <see langword="null"/> where it cannot be used.</summary>
    public static CircuitBreakerModel? Parse(PolicySubject subject, AttributeData data)
    {
        var attribute = new PolicyAttribute(subject, data);
        if (!attribute.IsComplete)
        {
            return null;
        }

        var isRatio = attribute[0]?.Value is double;
        var failures = isRatio ? 0 : attribute.Number(attribute[0], "failures", 0, least: 1);
        var ratio = isRatio ? attribute.Real(attribute[0], "failureRatio", 0, value => value is > 0 and <= 1) : 0;
        var breakDuration = attribute.Time(attribute[1], "breakDuration", least: 1);
        var window = attribute.Time(attribute["Window"], "Window", least: 1);
        var minimumCalls = attribute.Number(attribute["MinimumCalls"], "MinimumCalls", 10, least: 2);
        return attribute.IsRefused
            ? null
            : new CircuitBreakerModel(failures, ratio, breakDuration, window == 0 ? UsualWindow : window, minimumCalls);
    }
}
