using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse.Policies;

/// <summary>Reads <c>[Retry]</c>.</summary>
internal static class RetryParser
{
    private const string On = "On";
    private const string When = "When";

    /// <summary>What the attribute says, or <see langword="null"/> where it cannot be used.</summary>
    public static RetryModel? Parse(PolicySubject subject, AttributeData data)
    {
        var attribute = new PolicyAttribute(subject, data);
        if (!attribute.IsComplete)
        {
            return null;
        }

        var attempts = attribute.Number(attribute[0], "attempts", 0, least: 1);
        var delay = attribute.Time(attribute["Delay"], "Delay", least: 0, PolicyAttribute.LongestTimer);
        var maxDelay = attribute.Time(attribute["MaxDelay"], "MaxDelay", delay, PolicyAttribute.LongestTimer);
        var factor = attribute.Real(attribute["Factor"], "Factor", 2, value => value >= 1 && !double.IsInfinity(value));
        var backoff = attribute.Member(attribute["Backoff"], "Backoff", "Constant");
        var jitter = attribute.Member(attribute["Jitter"], "Jitter", "None");
        var on = attribute.Exceptions(On);
        var isComplete = true;
        PolicyMethodModel? when = null;
        if (attribute[When]?.Value is string name)
        {
            var role = new PolicyMethodRole([PolicyArgumentKind.Exception], ReasonAgainst)
            {
                Exceptions = on,
                NeedsException = true,
            };
            when = PolicyMethods.Find(subject, name, role);
            isComplete = when is not null;
        }

        return attribute.IsRefused || !isComplete
            ? null
            : new RetryModel(
                attempts,
                delay,
                backoff,
                factor,
                maxDelay,
                jitter,
                on.Select(TypeNames.CodeWithoutAnnotation).ToEquatableArray(),
                when,
                Waits: attempts > 1 && (delay > 0 || subject.Stage.Form == ValueForm.Outcome)
            );
    }

    private static string? ReasonAgainst(ReturnType returned) =>
        returned is { Shape: ReturnShape.Synchronous, Output.SpecialType: SpecialType.System_Boolean } ? null : "";
}
