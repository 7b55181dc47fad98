namespace Sluice.Compiler.Model;

/// <summary>How often a stage is called again, and when.</summary>
/// <param name="Attempts">How often it is called at most.</param>
/// <param name="Delay">The wait before the second attempt in ticks.</param>
/// <param name="Backoff">How the wait grows: the name of the member of <c>Sluice.Backoff</c>.</param>
/// <param name="Factor">What an exponential wait is multiplied by.</param>
/// <param name="MaxDelay">The longest wait in ticks, or 0 for none.</param>
/// <param name="Jitter">How the waits are spread: the name of the member of <c>Sluice.Jitter</c>.</param>
/// <param name="On">The exceptions that count, as code writes their types; empty for all.</param>
/// <param name="When">The method that decides whether an exception counts, or <see langword="null"/>.</param>
/// <param name="Waits">Whether there can be a wait: a delay is declared, or the stage may ask for one with its outcome.</param>
internal sealed record RetryModel(
    int Attempts,
    long Delay,
    string Backoff,
    double Factor,
    long MaxDelay,
    string Jitter,
    EquatableArray<string> On,
    PolicyMethodModel? When,
    bool Waits
);
