using Sluice.DifferentialTests.Probing;

namespace Sluice.DifferentialTests.Reference.Prediction;

/// <summary>The value that a stage must get for a parameter, or a caller as an output.</summary>
/// <param name="Text">The value as traces show it.</param>
/// <param name="Reasons">The reasons that may be told if it is absent; <see langword="null"/> if any may.</param>
public sealed record ExpectedArgument(string Text, IReadOnlyCollection<string>? Reasons = null)
{
    /// <summary>Whether a given value is this one.</summary>
    public bool Accepts(Seen seen) =>
        seen.Text == Text
        && (
            seen.Reason is null
            || (seen.Reason.Length > 0 && seen.Reason != NoReason && (Reasons is null || Reasons.Contains(seen.Reason)))
        );

    /// <summary>Whether a given value is this one, or could be told to be absent for a reason that only the compiler can know.</summary>
    public bool Accepts(EntryPointPlan plan, IReadOnlyCollection<int> producers, Seen given) =>
        Accepts(given)
        // The conditions are not asked for a stage that can never run, so the reason may be theirs.
        || (
            producers.Any(id => id >= 0 && plan.Demand.NeverRuns(plan.Stage(id)))
            && (this with { Reasons = null }).Accepts(given)
        )
        // A value that nothing which can run needs is not asked for, so there is another reason than if all were.
        || (
            Text == Seen.Absent
            && given == new Seen(Seen.Absent, "nothing that can run needs it")
            && producers.Any(plan.Demand.DependsOnPointless)
        );

    private const string NoReason = "no reason was given";
}
