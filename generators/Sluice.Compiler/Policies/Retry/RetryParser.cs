using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;
using Sluice.Compiler.Parse;
using Sluice.Compiler.Parse.Policies;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Policies.Retry;

/// <summary>Reads <c>[Retry]</c>.</summary>
internal static class RetryParser
{
    private const string Backoff = "Backoff";
    private const string Delay = "Delay";
    private const string Factor = "Factor";
    private const string Jitter = "Jitter";
    private const string MaxDelay = "MaxDelay";

    /// <summary>The definition of the policy for the catalog.</summary>
    public static PolicyDefinition Definition { get; } =
        PolicyDefinition.Of("RetryAttribute", attribute => [Parse(attribute)], StreamFit.None) with
        {
            OutlastsAttempt = true,
        };

    private static RetryPolicy? Parse(PolicyAttribute attribute)
    {
        // A single attempt has no effect, except on an override, where it removes the inherited attempts.
        var attempts = attribute.Number(attribute[0], "attempts", 0, least: attribute.ReplacesInherited ? 1 : 2);
        var delay = attribute.Time(attribute[Delay], Delay, TimeRange.Wait);
        var maxDelay = attribute.Time(attribute[MaxDelay], MaxDelay, TimeRange.Wait);
        var factor = attribute.Real(
            attribute[Factor],
            Factor,
            2,
            value => value > 1 && !double.IsInfinity(value),
            "a number greater than 1"
        );
        var backoff = attribute.Member(attribute[Backoff], Backoff, "Constant");
        var jitter = attribute.Member(attribute[Jitter], Jitter, "None");
        var on = attribute.Exceptions("On");
        var when = When(attribute, on);
        if (!attribute.IsRefused)
        {
            CheckWaits(attribute, attempts, delay, maxDelay, backoff, isChained: jitter == "Decorrelated");
        }

        return attribute.IsRefused || (when is null && attribute["When"]?.Value is string)
            ? null
            : new RetryPolicy(
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
            Missing = new MissingMethod("bool", TakesInputs: false, TakesException: true, TakesToken: false),
            NeedsException = true,
        };
        return PolicyMethods.Find(attribute, name, role);
    }

    private static void CheckWaits(
        PolicyAttribute attribute,
        int attempts,
        long delay,
        long maxDelay,
        string backoff,
        bool isChained
    )
    {
        if (delay == 0 || attempts == 1)
        {
            RefuseEach(
                attempts == 1 ? [Delay, Backoff, Factor, MaxDelay, Jitter] : [Backoff, Factor, MaxDelay, Jitter],
                name =>
                    attempts == 1
                        ? $"its '{name}' applies to the waits between attempts, but there is only one attempt: remove '{name}'"
                        : $"its '{name}' applies to the waits between attempts, but it has no '{Delay}': add one, or remove '{name}'"
            );
        }
        else if (attribute[MaxDelay]?.Value is string longest && maxDelay <= delay)
        {
            attribute.Refuse($"its '{MaxDelay}' is \"{longest}\", but must be more than its '{Delay}'");
        }
        else if (isChained)
        {
            RefuseEach(
                [Backoff, Factor],
                name =>
                    $"'Jitter.Decorrelated' computes each wait from the one before and ignores its '{name}': remove '{name}', or change "
                    + $"the '{Jitter}'"
            );
        }
        else if (attribute[Factor] is not null && backoff != "Exponential")
        {
            attribute.RefuseMeaning(
                $"only 'Backoff.Exponential' multiplies the wait by its '{Factor}', but it has 'Backoff.{backoff}': change one of them"
            );
        }
        else if (attribute[MaxDelay] is not null && backoff == "Constant")
        {
            attribute.RefuseMeaning(
                $"its waits do not grow, so its '{MaxDelay}' has no effect: give a '{Backoff}', or remove '{MaxDelay}'"
            );
        }
        else if (attempts == 2)
        {
            RefuseEach(
                backoff == "Constant" ? [] : [Backoff, Factor, MaxDelay],
                name =>
                    $"its '{name}' applies to growing waits, but two attempts have only one wait between them: allow more attempts, or "
                    + $"remove '{name}'"
            );
        }

        void RefuseEach(string[] names, Func<string, string> reason)
        {
            foreach (var name in names.Where(name => attribute[name] is not null))
            {
                attribute.RefuseMeaning(reason(name));
            }
        }
    }

    private static string? ReasonAgainst(ReturnType returned) =>
        returned is { Shape: ReturnShape.Synchronous, Output.SpecialType: SpecialType.System_Boolean }
            ? null
            : "it runs as an exception filter, so it must return 'bool' synchronously: return 'bool'";
}
