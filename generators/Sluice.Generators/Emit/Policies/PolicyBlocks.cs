using Sluice.Compiler.Model;
using Sluice.Compiler.Policies;
using Sluice.Compiler.Policies.Cached;
using Sluice.Compiler.Policies.CircuitBreaker;
using Sluice.Compiler.Policies.Concurrency;
using Sluice.Compiler.Policies.Fallback;
using Sluice.Compiler.Policies.Hedge;
using Sluice.Compiler.Policies.Intercept;
using Sluice.Compiler.Policies.RateLimit;
using Sluice.Compiler.Policies.Retry;
using Sluice.Compiler.Policies.Timeout;
using Sluice.Generators.Emit.Policies.Cached;
using Sluice.Generators.Emit.Policies.CircuitBreaker;
using Sluice.Generators.Emit.Policies.Concurrency;
using Sluice.Generators.Emit.Policies.Fallback;
using Sluice.Generators.Emit.Policies.Hedge;
using Sluice.Generators.Emit.Policies.RateLimit;
using Sluice.Generators.Emit.Policies.Retry;
using Sluice.Generators.Emit.Policies.Timeout;

namespace Sluice.Generators.Emit.Policies;

/// <summary>The code of each policy. Only this class lists the policies for the emitter.</summary>
internal static class PolicyBlocks
{
    private static readonly Dictionary<Type, Func<PolicyModel, IPolicyBlock?>> Blocks = new()
    {
        [typeof(FallbackPolicy)] = policy => new FallbackBlock((FallbackPolicy)policy),
        [typeof(CachedPolicy)] = policy => new CachedBlock((CachedPolicy)policy),
        [typeof(TotalTimeoutPolicy)] = policy => new TimeoutBlock(((TotalTimeoutPolicy)policy).Limit, isTotal: true),
        [typeof(RetryPolicy)] = policy => RetryBlock.Of((RetryPolicy)policy),
        [typeof(HedgePolicy)] = policy => new HedgeBlock((HedgePolicy)policy),
        [typeof(CircuitBreakerPolicy)] = policy => new CircuitBreakerBlock((CircuitBreakerPolicy)policy),
        [typeof(RateLimitPolicy)] = policy => new RateLimitBlock((RateLimitPolicy)policy),
        [typeof(ConcurrencyPolicy)] = policy => new ConcurrencyBlock((ConcurrencyPolicy)policy),
        [typeof(AttemptTimeoutPolicy)] = policy => new TimeoutBlock(
            ((AttemptTimeoutPolicy)policy).Limit,
            isTotal: false
        ),
        // Interceptors are part of the call itself.
        [typeof(InterceptPolicy)] = _ => null,
    };

    /// <summary>The policies that have code.</summary>
    public static IEnumerable<Type> Policies => Blocks.Keys;

    /// <summary>The blocks around a stage's call, outermost first.</summary>
    public static IEnumerable<IPolicyBlock> Of(EquatableArray<PolicyModel> policies) =>
        policies.Select(policy => Blocks[policy.GetType()](policy)).OfType<IPolicyBlock>();
}
