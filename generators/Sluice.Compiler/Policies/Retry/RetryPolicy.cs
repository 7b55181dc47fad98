using Sluice.Compiler.Model;

namespace Sluice.Compiler.Policies.Retry;

/// <summary>Further attempts of a failed stage.</summary>
/// <param name="Attempts">The maximum number of calls of the stage.</param>
/// <param name="Delay">The wait before the second attempt, in ticks.</param>
/// <param name="Backoff">The name of the member of <c>Sluice.Backoff</c> that selects how the wait grows.</param>
/// <param name="Factor">The factor by which an exponential wait grows.</param>
/// <param name="MaxDelay">The maximum wait in ticks, or 0 for no limit.</param>
/// <param name="Jitter">The name of the member of <c>Sluice.Jitter</c> that selects how waits are randomised.</param>
/// <param name="On">The types of the exceptions that are retried, as emitted code writes them; empty for all.</param>
/// <param name="When">The method that decides whether an exception is retried, or <see langword="null"/>.</param>
/// <param name="Waits">
/// Whether there may be a wait: a delay is declared, or the stage may request one with its outcome.
/// </param>
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
        "waits if its outcome requests a delay of its [Retry] with 'Outcome.Retry'",
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
