using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse.Policies;

/// <summary>Reads <c>[RateLimit]</c>, which comes from a package of its own.</summary>
internal static class RateLimitParser
{
    private const int UsualSegments = 8;

    /// <summary>What the attribute says, or <see langword="null"/> where it cannot be used.</summary>
    public static RateLimitModel? Parse(PolicySubject subject, AttributeData data)
    {
        var attribute = new PolicyAttribute(subject, data);
        if (!attribute.IsComplete)
        {
            return null;
        }

        if (attribute["Limiter"]?.Value is string name)
        {
            var limiter = PolicyMembers.Find(subject.Context, subject.Source.Type, name, out var type);
            return limiter is null || !IsLimiter(type!)
                ? null
                : new RateLimitModel(0, 0, "FixedWindow", UsualSegments, int.MaxValue, limiter.Name, limiter.IsStatic);
        }

        var permits = attribute.Number(attribute[0], "permits", 0, least: 1);
        var window = attribute.Time(attribute[1], "window", least: 1, PolicyAttribute.LongestTimer);
        var algorithm = attribute.Member(attribute["Algorithm"], "Algorithm", "FixedWindow");
        var segments = attribute.Number(attribute["Segments"], "Segments", UsualSegments, least: 1);
        var queueLimit = attribute.Number(attribute["QueueLimit"], "QueueLimit", int.MaxValue, least: 0);
        return attribute.IsRefused || window == 0
            ? null
            : new RateLimitModel(permits, window, algorithm, segments, queueLimit, null, LimiterIsStatic: false);
    }

    private static bool IsLimiter(ITypeSymbol type) =>
        type is INamedTypeSymbol named
        && named.SelfAndBaseTypes().Any(level => level.IsNamed("System.Threading.RateLimiting", "RateLimiter"));
}
