namespace Sluice.Compiler.Model;

/// <summary>How often a stage may be called in a time. Its attribute and its runtime come from a package of their own.</summary>
/// <param name="Permits">How many calls, or 0 where <paramref name="Limiter"/> decides.</param>
/// <param name="Window">In which time, in ticks.</param>
/// <param name="Algorithm">How calls are counted: the name of the member of <c>Sluice.RateLimiting.RateLimitAlgorithm</c>.</param>
/// <param name="Segments">Into how many parts a sliding window is divided.</param>
/// <param name="QueueLimit">How many calls may wait.</param>
/// <param name="Limiter">The member that holds the user's own limiter, not escaped, or <see langword="null"/>.</param>
/// <param name="LimiterIsStatic">Whether that member is static.</param>
internal sealed record RateLimitModel(
    int Permits,
    long Window,
    string Algorithm,
    int Segments,
    int QueueLimit,
    string? Limiter,
    bool LimiterIsStatic
);
