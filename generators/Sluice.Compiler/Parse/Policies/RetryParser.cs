using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse.Policies;

/// <summary>Reads <c>[Retry]</c>.</summary>
internal static class RetryParser
{
    private const string Backoff = "Backoff";
    private const string Delay = "Delay";
    private const string Factor = "Factor";
    private const string Jitter = "Jitter";
    private const string MaxDelay = "MaxDelay";

    /// <summary>What the attribute says, or <see langword="null"/> where it cannot be used.</summary>
    public static RetryModel? Parse(PolicyAttribute attribute)
    {
        var attempts = attribute.Number(attribute[0], "attempts", 0, least: 1);
        var delay = attribute.Time(attribute[Delay], Delay, TimeRange.Wait);
        var maxDelay = attribute.Time(attribute[MaxDelay], MaxDelay, TimeRange.Wait);
        var factor = attribute.Real(
            attribute[Factor],
            Factor,
            2,
            value => value >= 1 && !double.IsInfinity(value),
            "a number of 1 or more"
        );
        var backoff = attribute.Member(attribute[Backoff], Backoff, "Constant");
        var jitter = attribute.Member(attribute[Jitter], Jitter, "None");
        var on = attribute.Exceptions("On");
        var when = When(attribute, on);
        if (!attribute.IsRefused)
        {
            CheckWaits(attribute, delay, maxDelay, backoff);
        }

        return attribute.IsRefused || (when is null && attribute["When"]?.Value is string)
            ? null
            : new RetryModel(
                attempts,
                delay,
                backoff,
                factor,
                maxDelay,
                jitter,
                on.Select(attribute.Subject.Context.Names.CodeWithoutAnnotation).ToEquatableArray(),
                when,
                Waits: attempts > 1 && (delay > 0 || attribute.Subject.Stage.Form == ValueForm.Outcome)
            );
    }

    private static PolicyMethodModel? When(PolicyAttribute attribute, IReadOnlyList<ITypeSymbol> on)
    {
        if (attribute["When"]?.Value is not string name)
        {
            return null;
        }

        var role = new PolicyMethodRole(
            [PolicyArgumentKind.Exception],
            "takes the exception and returns 'bool'",
            ReasonAgainst
        )
        {
            Exceptions = on,
            NeedsException = true,
        };
        return PolicyMethods.Find(attribute, name, role);
    }

    private static void CheckWaits(PolicyAttribute attribute, long delay, long maxDelay, string backoff)
    {
        if (delay == 0)
        {
            foreach (var name in new[] { Backoff, Factor, MaxDelay, Jitter })
            {
                if (attribute[name] is not null)
                {
                    attribute.RefuseMeaning(
                        $"its '{name}' is about the waits, and it has no '{Delay}': add one, or remove '{name}'"
                    );
                }
            }
        }
        else if (attribute[Factor] is not null && backoff != "Exponential")
        {
            attribute.RefuseMeaning(
                $"only 'Backoff.Exponential' multiplies the wait with its '{Factor}', and it has 'Backoff.{backoff}': change one of them"
            );
        }
        else if (attribute[MaxDelay]?.Value is string longest && maxDelay < delay)
        {
            attribute.Refuse($"its '{MaxDelay}' is \"{longest}\", and must not be less than its '{Delay}'");
        }
    }

    private static string? ReasonAgainst(ReturnType returned) =>
        returned is { Shape: ReturnShape.Synchronous, Output.SpecialType: SpecialType.System_Boolean }
            ? null
            : "it decides while the exception is on its way, and must return 'bool' at once: return 'bool'";
}
