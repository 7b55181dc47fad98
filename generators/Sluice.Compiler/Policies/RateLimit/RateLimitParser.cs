using Microsoft.CodeAnalysis;
using Sluice.Compiler.Parse;
using Sluice.Compiler.Parse.Policies;

namespace Sluice.Compiler.Policies.RateLimit;

/// <summary>Reads <c>[RateLimit]</c>, which a package of its own declares.</summary>
internal static class RateLimitParser
{
    private const string Algorithm = "Algorithm";
    private const string FixedWindow = "FixedWindow";
    private const string Limiter = "Limiter";
    private const string LimiterType = "RateLimiter";
    private const string QueueLimit = "QueueLimit";
    private const string Segments = "Segments";
    private const int UsualSegments = 8;

    /// <summary>The definition of the policy for the catalog.</summary>
    public static PolicyDefinition Definition { get; } =
        PolicyDefinition.Of("RateLimitAttribute", attribute => [Parse(attribute)]) with
        {
            Namespace = "Sluice.RateLimiting",
            OutlastsAttempt = true,
        };

    private static RateLimitPolicy? Parse(PolicyAttribute attribute)
    {
        if (attribute[Limiter]?.Value is string name)
        {
            return OfLimiter(attribute, name);
        }

        if (attribute[0] is null)
        {
            attribute.Refuse(
                $"it limits nothing: give the calls and the time, as in [RateLimit(100, \"00:00:01\")], or '{Limiter}'"
            );
            return null;
        }

        var permits = attribute.Number(attribute[0], "permits", 0, least: 1);
        var window = attribute.NeededTime(attribute[1], "window", TimeRange.PositiveTimer);
        var algorithm = attribute.Member(attribute[Algorithm], Algorithm, FixedWindow);
        var segments = attribute.Number(attribute[Segments], Segments, UsualSegments, least: 2);
        var queueLimit = attribute.Number(attribute[QueueLimit], QueueLimit, int.MaxValue, least: 0);
        if (attribute[Segments] is not null && algorithm != "SlidingWindow")
        {
            attribute.RefuseMeaning(
                $"only a sliding window has '{Segments}', but its '{Algorithm}' is '{algorithm}': change one of them"
            );
        }

        return attribute.IsRefused
            ? null
            : new RateLimitPolicy(permits, window, algorithm, segments, queueLimit, null, LimiterIsStatic: false);
    }

    private static RateLimitPolicy? OfLimiter(PolicyAttribute attribute, string name)
    {
        if (attribute[0] is not null)
        {
            attribute.RefuseMeaning(
                $"its '{Limiter}' sets the limit, but permits are given as well: remove one of the two"
            );
        }

        foreach (var setting in new[] { Algorithm, Segments, QueueLimit })
        {
            if (attribute[setting] is not null)
            {
                attribute.RefuseMeaning(
                    $"its '{Limiter}' sets the limit and has its own '{setting}': remove '{setting}'"
                );
            }
        }

        var limiter = PolicyMembers.Find(attribute, name, LimiterType, IsLimiter);
        return attribute.IsRefused || limiter is null
            ? null
            : new RateLimitPolicy(0, 0, FixedWindow, UsualSegments, int.MaxValue, limiter.Name, limiter.IsStatic);
    }

    private static bool IsLimiter(ITypeSymbol type) =>
        type is INamedTypeSymbol { NullableAnnotation: not NullableAnnotation.Annotated } named
        && named.SelfAndBaseTypes().Any(level => level.IsNamed("System.Threading.RateLimiting", LimiterType));
}
