using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>Tells which stages cannot run without an instance of the pipeline: for their method, or for their policies.</summary>
internal static class InstanceNeed
{
    /// <summary>What to do so that the stage needs none, or <see langword="null"/> where it does not.</summary>
    public static string? RemedyOf(PipelineModel model, StageModel stage)
    {
        var source = model.Sources[stage.Source];
        if (!stage.IsStatic && !source.IsStatic)
        {
            return source.Kind == StageSourceKind.Member ? $"make '{source.Member}' static" : "make the stage static";
        }

        if (!source.IsStatic)
        {
            foreach (var method in Methods(stage))
            {
                if (!method.IsStatic)
                {
                    return $"make '{method.MethodName}' static";
                }
            }
        }

        return stage.Policies is not { } policies ? null
            : Members(model, source, policies).FirstOrDefault() is { } member ? $"make '{member}' static"
            : OfState(model, policies);
    }

    private static IEnumerable<PolicyMethodModel> Methods(StageModel stage)
    {
        PolicyMethodModel?[] methods =
        [
            stage.Policies?.Fallback?.Method,
            stage.Policies?.Cached?.Key,
            stage.Policies?.Retry?.When,
            stage.Compensation,
        ];
        return methods.OfType<PolicyMethodModel>();
    }

    private static IEnumerable<string> Members(PipelineModel model, StageSource source, StagePolicies policies)
    {
        if (!source.IsStatic && policies.Cached is { Store: { } store, StoreIsStatic: false })
        {
            yield return store;
        }

        if (!source.IsStatic && policies.RateLimit is { Limiter: { } limiter, LimiterIsStatic: false })
        {
            yield return limiter;
        }

        foreach (var interceptor in policies.Interceptors)
        {
            var hasInstance = interceptor.IsOnPipeline ? !model.IsStatic : !source.IsStatic;
            if (hasInstance && interceptor is { Member: { } member, MemberIsStatic: false })
            {
                yield return member;
            }
        }
    }

    /// <summary>The state of policies belongs to an instance, where the pipeline has any.</summary>
    private static string? OfState(PipelineModel model, StagePolicies policies) =>
        model.IsStatic ? null
        : policies.Cached is not null ? "remove [Cached], of which each instance keeps its own values"
        : policies.CircuitBreaker is not null ? "remove [CircuitBreaker], of which each instance has its own state"
        : policies.RateLimit is { Limiter: null } ? "remove [RateLimit], of which each instance has its own state"
        : policies.Concurrency is not null ? "remove [Concurrency], of which each instance has its own state"
        : policies
            .Interceptors.Where(interceptor => interceptor is { IsValueType: false, Member: null })
            .Select(interceptor => $"make '{interceptor.DisplayName}' a struct, as each instance has its own")
            .FirstOrDefault();
}
