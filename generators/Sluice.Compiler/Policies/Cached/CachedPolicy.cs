using Sluice.Compiler.Model;

namespace Sluice.Compiler.Policies.Cached;

/// <summary>A cache of the stage's results.</summary>
/// <param name="TimeToLive">The time for which a result is kept, in ticks.</param>
/// <param name="Size">The maximum number of results that are kept.</param>
/// <param name="Key">The method that makes the key, or <see langword="null"/> if the inputs are the key.</param>
/// <param name="Store">
/// The member that holds the store, without keyword escaping, or <see langword="null"/> to keep results in memory.
/// </param>
/// <param name="StoreIsStatic">Whether that member is static.</param>
internal sealed record CachedPolicy(
    long TimeToLive,
    int Size,
    PolicyMethodModel? Key,
    string? Store,
    bool StoreIsStatic
) : PolicyModel
{
    private static readonly WaitReason AnotherRun = new(
        "waits if another run is computing the value for its [Cached]",
        "remove [Cached]"
    );

    public override PolicyLayer Layer => PolicyLayer.Cache;

    public override string Display =>
        PolicyDisplay.Of(
            "Cached",
            PolicyDisplay.Time(TimeToLive),
            PolicyDisplay.Named("Key", Key?.MethodName),
            PolicyDisplay.Named("Store", Store)
        );

    public override PolicyNeeds Needs => PolicyNeeds.Clock | PolicyNeeds.Failures;

    public override WaitReason? Wait => AnotherRun;

    public override EquatableArray<PolicyMethodModel> Methods => Key is null ? default : new([Key]);

    public override EquatableArray<PolicyMember> Members =>
        Store is null ? default : new([new PolicyMember(Store, StoreIsStatic)]);

    public override string? KeepsState => "remove [Cached], because each instance keeps its own values";

    public override string? ReasonAgainstDisposal =>
        "other runs get the same value from its [Cached]: remove 'Dispose', or [Cached]";

    public override string? ReasonAgainstCompensation =>
        "other runs get the same value from its [Cached], and would undo it again: remove [Compensate], or [Cached]";
}
