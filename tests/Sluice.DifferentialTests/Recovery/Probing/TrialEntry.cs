namespace Sluice.DifferentialTests.Recovery.Probing;

/// <summary>An entry of a trial's trace.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Step">The call that it happened to; <see langword="null"/> if it concerns the whole trial.</param>
/// <param name="Exception">The exception that the call threw, or that the run was about to end with when it was undone.</param>
internal sealed record TrialEntry(TrialEvent Kind, Step? Step = null, Exception? Exception = null)
{
    public override string ToString() =>
        Step is null
            ? $"{Kind}"
            : $"{Kind} S{Step.Stage}#{Step.Number}{(Exception is null ? "" : $" ({Exception.GetType().Name} {Exception.Message})")}";
}
