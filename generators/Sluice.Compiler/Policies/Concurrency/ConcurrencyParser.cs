using Sluice.Compiler.Parse.Policies;

namespace Sluice.Compiler.Policies.Concurrency;

/// <summary>Reads <c>[Concurrency]</c>.</summary>
internal static class ConcurrencyParser
{
    /// <summary>The definition of the policy for the catalog.</summary>
    public static PolicyDefinition Definition { get; } =
        PolicyDefinition.Of("ConcurrencyAttribute", attribute => [Parse(attribute)]) with
        {
            OutlastsAttempt = true,
        };

    private static ConcurrencyPolicy? Parse(PolicyAttribute attribute)
    {
        var limit = attribute.Number(attribute[0], "limit", 0, least: 1);
        var queueLimit = attribute.Number(attribute["QueueLimit"], "QueueLimit", int.MaxValue, least: 0);
        return attribute.IsRefused ? null : new ConcurrencyPolicy(limit, queueLimit);
    }
}
