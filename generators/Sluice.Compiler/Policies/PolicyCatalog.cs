using Sluice.Compiler.Policies.Cached;
using Sluice.Compiler.Policies.CircuitBreaker;
using Sluice.Compiler.Policies.Concurrency;
using Sluice.Compiler.Policies.Fallback;
using Sluice.Compiler.Policies.Hedge;
using Sluice.Compiler.Policies.Intercept;
using Sluice.Compiler.Policies.RateLimit;
using Sluice.Compiler.Policies.Retry;
using Sluice.Compiler.Policies.Timeout;

namespace Sluice.Compiler.Policies;

/// <summary>Lists all policies. The compiler has no other list of them.</summary>
internal static class PolicyCatalog
{
    /// <summary>All policies, in the order in which a stage's attributes are read.</summary>
    public static IReadOnlyList<PolicyDefinition> All { get; } =
    [
        FallbackParser.Definition,
        CachedParser.Definition,
        TimeoutParser.Definition,
        RetryParser.Definition,
        HedgeParser.Definition,
        CircuitBreakerParser.Definition,
        RateLimitParser.Definition,
        ConcurrencyParser.Definition,
        InterceptParser.Definition,
    ];

    // Declared after the list, because static fields are initialised in textual order.
    private static readonly Dictionary<string, PolicyDefinition> ByName = All.ToDictionary(
        policy => policy.AttributeName,
        StringComparer.Ordinal
    );

    /// <summary>Returns the policy with the given attribute class name, or <see langword="null"/>.</summary>
    public static PolicyDefinition? Find(string attributeName) =>
        ByName.TryGetValue(attributeName, out var policy) ? policy : null;
}
