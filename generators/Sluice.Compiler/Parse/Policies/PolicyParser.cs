using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse.Policies;

/// <summary>Reads what is compiled around the calls of stages.</summary>
/// <param name="context">What the parts of Parse share.</param>
internal sealed class PolicyParser(ParseContext context)
{
    private readonly InterceptorParser _interceptors = new(context);

    /// <summary>The stage with its policies.</summary>
    /// <param name="subject">The stage without them.</param>
    /// <param name="attributes">What stands on its method.</param>
    public StageModel Parse(PolicySubject subject, PolicyAttributes attributes)
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
            Interceptors = _interceptors.Parse(subject, attributes.Interceptors),
        };
        CheckTotal(subject, attributes, policies);
        return subject.Stage with
        {
            Policies = policies == StagePolicies.None ? null : policies,
            Guard = Read(AttributeExtensions.Guard, GuardParser.Parse),
            Compensation = Read(
                AttributeExtensions.Compensate,
                attribute => CompensateParser.Parse(attribute, isCached: policies.Cached is not null)
            ),
        };

        T? Read<T>(string name, Func<PolicyAttribute, T?> parse)
            where T : class
        {
            if (attributes[name] is not { } data || !PolicyAttribute.IsComplete(data))
            {
                return null;
            }

            var attribute = new PolicyAttribute(subject, data);
            if (subject.IsStream && name != AttributeExtensions.Fallback)
            {
                attribute.RefuseMeaning(
                    "the stage returns a stream, which does its work while it is read, after the call has ended: do this in a stage "
                        + "that makes or takes single items"
                );
                return null;
            }

            if (subject.ReadsStream && name == AttributeExtensions.Retry)
            {
                attribute.RefuseMeaning(
                    "the stage reads a stream, which can be read only once, so that another attempt would find it gone: do this in the "
                        + "stages that make its items, or collect them in a stage before"
                );
                return null;
            }

            return parse(attribute);
        }
    }

    // The total is that of several attempts, and of the waits that are no part of one.
    private static void CheckTotal(PolicySubject subject, PolicyAttributes attributes, StagePolicies policies)
    {
        if (
            policies.Timeout is { Attempt: > 0, Total: > 0 }
            && attributes[AttributeExtensions.Timeout] is { } timeout
            && attributes[AttributeExtensions.Retry] is null
            && attributes[AttributeExtensions.RateLimit] is null
            && attributes[AttributeExtensions.Concurrency] is null
        )
        {
            new PolicyAttribute(subject, timeout).RefuseMeaning(
                "its 'Total' is about several attempts and the waits before them, and the stage has one that waits for nothing: "
                    + "remove 'Total', or add [Retry]"
            );
        }
    }
}
