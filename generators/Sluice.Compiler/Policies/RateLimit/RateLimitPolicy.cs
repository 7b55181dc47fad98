using Sluice.Compiler.Model;

namespace Sluice.Compiler.Policies.RateLimit;

/// <summary>
/// A limit on the calls of a stage within a period of time. A package of its own contains its attribute and its
/// runtime.
/// </summary>
/// <param name="Permits">The number of permitted calls, or 0 if <paramref name="Limiter"/> decides.</param>
/// <param name="Window">The period in ticks.</param>
/// <param name="Algorithm">
/// The name of the member of <c>Sluice.RateLimiting.RateLimitAlgorithm</c> that selects how calls are counted.
/// </param>
/// <param name="Segments">The number of segments of a sliding window.</param>
/// <param name="QueueLimit">The maximum number of waiting calls.</param>
/// <param name="Limiter">
/// The member that holds the user's own limiter, without keyword escaping, or <see langword="null"/>.
/// </param>
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
    private static readonly WaitReason Turn = new("may wait for its [RateLimit]", "remove [RateLimit]");

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
        Limiter is null ? "remove [RateLimit], because each instance has its own state" : null;
}
