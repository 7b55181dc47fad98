using Sluice.Compiler.Parse.Policies;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Policies.Timeout;

/// <summary>Reads <c>[Timeout]</c>: a limit for each attempt, a limit for the total, or both.</summary>
internal static class TimeoutParser
{
    /// <summary>The definition of the policy for the catalog.</summary>
    public static PolicyDefinition Definition { get; } = PolicyDefinition.Of("TimeoutAttribute", Parse);

    private static IEnumerable<PolicyModel?> Parse(PolicyAttribute attribute)
    {
        var attempt = attribute.Time(attribute[0], "attempt", TimeRange.PositiveTimer);
        var total = attribute.Time(attribute["Total"], "Total", TimeRange.PositiveTimer);
        if (!attribute.IsRefused && attempt == 0 && total == 0)
        {
            attribute.Refuse("it limits nothing: give the limit of each attempt, such as \"00:00:02\", or 'Total'");
        }
        else if (total > 0 && attempt >= total)
        {
            attribute.Refuse(
                $"its 'attempt' is \"{attribute[0]?.Value}\", but must be less than its 'Total', which would end the attempt first"
            );
        }

        if (!attribute.Subject.TakesToken)
        {
            attribute.Subject.Report(Rule.TimeoutWithoutToken);
            return [];
        }

        if (attribute.IsRefused)
        {
            return [];
        }

        if (attempt > 0 && total > 0)
        {
            CheckTotal(attribute);
        }

        return
        [
            total > 0 ? new TotalTimeoutPolicy(total) : null,
            attempt > 0 ? new AttemptTimeoutPolicy(attempt) : null,
        ];
    }

    // A total differs from the limit of an attempt only if there are several attempts, or waits outside them.
    private static void CheckTotal(PolicyAttribute attribute)
    {
        if (
            !PolicyCatalog.All.Any(policy =>
                policy.OutlastsAttempt && attribute.Subject.Policies.Has(policy.AttributeName)
            )
        )
        {
            attribute.RefuseMeaning(
                "its 'Total' limits all attempts and the waits between them, but "
                    + "the stage has one attempt and no wait: remove 'Total', or add [Retry]"
            );
        }
    }
}
