namespace Sluice.Compiler.Policies.Timeout;

/// <summary>A limit on the duration of a stage including all attempts and waits.</summary>
/// <param name="Limit">The limit in ticks.</param>
internal sealed record TotalTimeoutPolicy(long Limit) : PolicyModel
{
    public override PolicyLayer Layer => PolicyLayer.TotalTimeout;

    public override string Display =>
        PolicyDisplay.Of("Timeout", PolicyDisplay.Named("Total", PolicyDisplay.Time(Limit)));

    public override PolicyNeeds Needs => PolicyNeeds.Clock;
}
