namespace Sluice.DifferentialTests.Reference.Prediction;

/// <summary>The cause for which a stage is skipped.</summary>
/// <param name="Reasons">The reasons that may be told; <see langword="null"/> if the compiler words them.</param>
internal sealed record Skipping(IReadOnlyCollection<string>? Reasons);
