namespace Sluice.DifferentialTests.Branching.Reference;

/// <summary>Why a stage is skipped.</summary>
/// <param name="Reasons">The reasons that may be told; <see langword="null"/> where they are the compiler's to word.</param>
internal sealed record Skipping(IReadOnlyCollection<string>? Reasons);
