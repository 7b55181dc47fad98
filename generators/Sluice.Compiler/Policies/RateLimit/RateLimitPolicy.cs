using Sluice.Compiler.Model;

namespace Sluice.Compiler.Policies.RateLimit;

/// <summary>A limit on the calls of a stage in a time. Its attribute and its runtime come from a package of their own.</summary>
/// <param name="Permits">How many calls, or 0 if <paramref name="Limiter"/> decides.</param>
/// <param name="Window">The time, in ticks.</param>
/// <param name="Algorithm">How calls are counted: the name of the member of <c>Sluice.RateLimiting.RateLimitAlgorithm</c>.</param>
/// <param name="Segments">Into how many parts a sliding window is divided.</param>
/// <param name="QueueLimit">How many calls may wait.</param>
/// <param name="Limiter">The member that holds the user's own limiter, not escaped, or <see langword="null"/>.</param>
/// <param name="LimiterIsStatic">Whether that member is static.</param>
internal sealed record RateLimitPolicy(
    int Permits,
    long Window,
    string Algorithm,
    int Segments,
    int QueueLimit,
    string? Limiter,
    bool LimiterIsStatic
) : PolicyModel
{
    private const string Name = "RateLimit";
    private static readonly WaitReason Turn = new("waits for its turn by [RateLimit]", "remove [RateLimit]");

    public override PolicyLayer Layer => PolicyLayer.RateLimit;

    public override string Display =>
        Limiter is null
            ? PolicyDisplay.Of(
                Name,
                PolicyDisplay.Number(Permits),
                PolicyDisplay.Time(Window),
                Algorithm,
                PolicyDisplay.QueueLimit(QueueLimit)
            )
            : PolicyDisplay.Of(Name, PolicyDisplay.Named("Limiter", Limiter));

    public override PolicyNeeds Needs => PolicyNeeds.Clock | PolicyNeeds.MayRefuse;

    public override WaitReason? Wait => Turn;

    public override EquatableArray<PolicyMember> Members =>
        Limiter is null ? default : new([new PolicyMember(Limiter, LimiterIsStatic)]);

    public override string? KeepsState =>
        Limiter is null ? "remove [RateLimit], of which each instance has its own state" : null;
}
