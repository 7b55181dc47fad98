using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse.Policies;

/// <summary>Reads <c>[Timeout]</c>.</summary>
internal static class TimeoutParser
{
    /// <summary>What the attribute says, or <see langword="null"/> where it cannot be used.</summary>
    public static TimeoutModel? Parse(PolicySubject subject, AttributeData data)
    {
        var attribute = new PolicyAttribute(subject, data);
        if (!attribute.IsComplete)
        {
            return null;
        }

        var attempt = attribute.Time(attribute[0], "attempt", least: 1, PolicyAttribute.LongestTimer);
        var total = attribute.Time(attribute["Total"], "Total", least: 1, PolicyAttribute.LongestTimer);
        return attribute.IsRefused || (attempt == 0 && total == 0) || (total > 0 && attempt >= total)
            ? null
            : new TimeoutModel(attempt, total);
    }
}
