namespace Sluice.Compiler.Policies.Hedge;

/// <summary>A second attempt of a stage while the first is still under way.</summary>
/// <param name="After">The time after which the second attempt starts, in ticks.</param>
internal sealed record HedgePolicy(long After) : PolicyModel
{
    private static readonly WaitReason Attempts = new("waits for the attempts of its [Hedge]", "remove [Hedge]");

    public override PolicyLayer Layer => PolicyLayer.Hedge;

    public override string Display => PolicyDisplay.Of("Hedge", PolicyDisplay.Time(After));

    public override PolicyNeeds Needs =>
        PolicyNeeds.Scope | PolicyNeeds.Clock | PolicyNeeds.Failures | PolicyNeeds.CallCount;

    public override WaitReason? Wait => Attempts;

    public override string? ReasonAgainstDisposal =>
        "the losing attempt of its [Hedge] may produce a value that is never disposed of: remove 'Dispose', or [Hedge]";

    public override string? ReasonAgainstCompensation =>
        "the losing attempt of its [Hedge] may complete work that is never undone: remove [Compensate], or [Hedge]";
}
