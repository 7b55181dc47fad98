namespace Sluice.Compiler.Policies.Timeout;

/// <summary>A limit on the duration of each attempt of a stage.</summary>
/// <param name="Limit">The limit in ticks.</param>
internal sealed record AttemptTimeoutPolicy(long Limit) : PolicyModel
{
    public override PolicyLayer Layer => PolicyLayer.AttemptTimeout;

    public override string Display => PolicyDisplay.Of("Timeout", PolicyDisplay.Time(Limit));

    public override PolicyNeeds Needs => PolicyNeeds.Clock;
}
