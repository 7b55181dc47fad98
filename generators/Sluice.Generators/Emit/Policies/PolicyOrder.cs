using Sluice.Compiler.Model;

namespace Sluice.Generators.Emit.Policies;

/// <summary>The order in which policies wrap a stage. It is the same for all, however they were written.</summary>
internal static class PolicyOrder
{
    /// <summary>The layers of those that are declared, outermost first. Interceptors are part of the call itself.</summary>
    public static IEnumerable<IPolicyBlock> Of(StagePolicies policies)
    {
        if (policies.Fallback is { } fallback)
        {
            yield return new FallbackBlock(fallback);
        }

        if (policies.Cached is { } cached)
        {
            yield return new CachedBlock(cached);
        }

        if (policies.Timeout is { Total: > 0 } whole)
        {
            yield return new TimeoutBlock(whole.Total, isTotal: true);
        }

        if (policies.Retry is { Attempts: > 1 } retry)
        {
            yield return new RetryBlock(retry);
        }

        if (policies.CircuitBreaker is not null)
        {
            yield return new CircuitBreakerBlock();
        }

        if (policies.RateLimit is { } rate)
        {
            yield return new RateLimitBlock(rate);
        }

        if (policies.Concurrency is { } concurrency)
        {
            yield return new ConcurrencyBlock(concurrency);
        }

        if (policies.Timeout is { Attempt: > 0 } attempt)
        {
            yield return new TimeoutBlock(attempt.Attempt, isTotal: false);
        }
    }
}
