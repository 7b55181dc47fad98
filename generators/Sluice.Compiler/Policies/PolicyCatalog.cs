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

/// <summary>The policies that there are. This is the only list of them in the compiler.</summary>
internal static class PolicyCatalog
{
    /// <summary>All of them, in the order in which a stage's attributes are read.</summary>
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

    // After the list: static fields are initialised in the order in which they stand.
    private static readonly Dictionary<string, PolicyDefinition> _byName = All.ToDictionary(
        policy => policy.AttributeName,
        StringComparer.Ordinal
    );

    /// <summary>The policy whose attribute has a class of the name, or <see langword="null"/>.</summary>
    public static PolicyDefinition? Find(string attributeName) =>
        _byName.TryGetValue(attributeName, out var policy) ? policy : null;
}
