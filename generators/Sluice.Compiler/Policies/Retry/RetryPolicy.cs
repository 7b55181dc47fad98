using Sluice.Compiler.Model;

namespace Sluice.Compiler.Policies.Retry;

/// <summary>Further attempts of a stage that failed.</summary>
/// <param name="Attempts">How often the stage is called at most.</param>
/// <param name="Delay">The wait before the second attempt in ticks.</param>
/// <param name="Backoff">How the wait grows: the name of the member of <c>Sluice.Backoff</c>.</param>
/// <param name="Factor">The factor of an exponential wait.</param>
/// <param name="MaxDelay">The longest wait in ticks, or 0 for no limit.</param>
/// <param name="Jitter">How the waits are spread: the name of the member of <c>Sluice.Jitter</c>.</param>
/// <param name="On">The exceptions that count, as code writes their types; empty for all.</param>
/// <param name="When">The method that decides whether an exception counts, or <see langword="null"/>.</param>
/// <param name="Waits">Whether there can be a wait: a delay is declared, or the stage may ask for one with its outcome.</param>
internal sealed record RetryPolicy(
    int Attempts,
    long Delay,
    string Backoff,
    double Factor,
    long MaxDelay,
    string Jitter,
    EquatableArray<string> On,
    PolicyMethodModel? When,
    bool Waits
) : PolicyModel
{
    private static readonly WaitReason DeclaredDelay = new("waits for the delay of its [Retry]", "remove the delay");
    private static readonly WaitReason RequestedDelay = new(
        "waits where its outcome asks its [Retry] for it with 'Outcome.Retry'",
        "remove [Retry]"
    );

    public override PolicyLayer Layer => PolicyLayer.Retry;

    public override string Display =>
        PolicyDisplay.Of(
            "Retry",
            PolicyDisplay.Number(Attempts),
            Delay == 0 ? null : PolicyDisplay.Time(Delay),
            Delay == 0 || Backoff == "Constant" ? null : Backoff,
            Delay == 0 || MaxDelay == 0 ? null : PolicyDisplay.Named("MaxDelay", PolicyDisplay.Time(MaxDelay)),
            Delay == 0 || Jitter == "None" ? null : PolicyDisplay.Named("Jitter", Jitter),
            PolicyDisplay.On(On),
            PolicyDisplay.Named("When", When?.MethodName)
        );

    public override PolicyNeeds Needs => PolicyNeeds.Scope | PolicyNeeds.Failures | PolicyNeeds.CallCount;

    public override WaitReason? Wait =>
        !Waits ? null
        : Delay > 0 ? DeclaredDelay
        : RequestedDelay;

    public override EquatableArray<PolicyMethodModel> Methods => When is null ? default : new([When]);
}
