namespace Sluice.Compiler.Policies.Timeout;

/// <summary>A limit on how long each attempt of a stage may take.</summary>
/// <param name="Limit">The limit in ticks.</param>
internal sealed record AttemptTimeoutPolicy(long Limit) : PolicyModel
{
    public override PolicyLayer Layer => PolicyLayer.AttemptTimeout;

    public override string Display => PolicyDisplay.Of("Timeout", PolicyDisplay.Time(Limit));

    public override PolicyNeeds Needs => PolicyNeeds.Clock;
}
