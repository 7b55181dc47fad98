using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse.Policies;

/// <summary>Reads what is compiled around the calls of a stage.</summary>
internal static class PolicyParser
{
    /// <summary>The stage with its policies.</summary>
    /// <param name="subject">The stage without them.</param>
    /// <param name="attributes">What stands on its method.</param>
    public static StageModel Parse(PolicySubject subject, PolicyAttributes attributes)
    {
        var policies = new StagePolicies
        {
            Fallback = Read(AttributeExtensions.Fallback, FallbackParser.Parse),
            Cached = Read(AttributeExtensions.Cached, CachedParser.Parse),
            Timeout = Read(AttributeExtensions.Timeout, TimeoutParser.Parse),
            Retry = Read(AttributeExtensions.Retry, RetryParser.Parse),
            CircuitBreaker = Read(AttributeExtensions.CircuitBreaker, CircuitBreakerParser.Parse),
            RateLimit = Read(AttributeExtensions.RateLimit, RateLimitParser.Parse),
            Concurrency = Read(AttributeExtensions.Concurrency, ConcurrencyParser.Parse),
            Interceptors = InterceptorParser.Parse(subject, attributes.Interceptors),
        };
        return subject.Stage with
        {
            Policies = policies == StagePolicies.None ? null : policies,
            Guard = Read(AttributeExtensions.Guard, GuardParser.Parse),
            Compensation = Read(AttributeExtensions.Compensate, CompensateParser.Parse),
        };

        T? Read<T>(string name, Func<PolicySubject, AttributeData, T?> parse)
            where T : class => attributes[name] is { } attribute ? parse(subject, attribute) : null;
    }
}
