namespace Sluice.Compiler.Policies.Timeout;

/// <summary>A limit on how long a stage may take with all attempts and waits.</summary>
/// <param name="Limit">The limit in ticks.</param>
internal sealed record TotalTimeoutPolicy(long Limit) : PolicyModel
{
    public override PolicyLayer Layer => PolicyLayer.TotalTimeout;

    public override string Display =>
        PolicyDisplay.Of("Timeout", PolicyDisplay.Named("Total", PolicyDisplay.Time(Limit)));

    public override PolicyNeeds Needs => PolicyNeeds.Clock;
}
