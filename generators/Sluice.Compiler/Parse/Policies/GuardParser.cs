using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse.Policies;

/// <summary>Reads <c>[Guard]</c>.</summary>
internal static class GuardParser
{
    private const int UsualAttempts = 3;

    /// <summary>What the attribute says, or <see langword="null"/> where it cannot be used.</summary>
    public static GuardModel? Parse(PolicySubject subject, AttributeData data)
    {
        var attribute = new PolicyAttribute(subject, data);
        if (!attribute.IsComplete)
        {
            return null;
        }

        var attempts = attribute.Number(attribute["Attempts"], "Attempts", UsualAttempts, least: 2);
        var timeout = attribute.Time(attribute["Timeout"], "Timeout", least: 1);
        return attribute.IsRefused
            ? null
            : new GuardModel(attribute["Retry"]?.Value as string, attempts, timeout, data.NamedFlag("AllowNoProgress"));
    }
}
