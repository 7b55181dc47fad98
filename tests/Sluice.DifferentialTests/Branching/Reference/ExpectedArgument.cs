using Sluice.DifferentialTests.Branching.Probing;

namespace Sluice.DifferentialTests.Branching.Reference;

/// <summary>What a stage must be given for a parameter, or a caller as an output.</summary>
/// <param name="Text">The value as traces show it.</param>
/// <param name="Reasons">The reasons that may be told where it is absent; <see langword="null"/> where any may.</param>
public sealed record ExpectedArgument(string Text, IReadOnlyCollection<string>? Reasons = null)
{
    /// <summary>Whether what was given is this.</summary>
    public bool Accepts(Seen seen) =>
        seen.Text == Text
        && (
            seen.Reason is null
            || (seen.Reason.Length > 0 && seen.Reason != NoReason && (Reasons is null || Reasons.Contains(seen.Reason)))
        );

    private const string NoReason = "no reason was given";
}
