namespace Sluice.DifferentialTests.Loops;

/// <summary>The outcomes and calls that the rules of the language allow a run.</summary>
/// <param name="Output">The output, or <see langword="null"/> if a call fails the run.</param>
/// <param name="Failures">The messages of the failures, one of which fails the run.</param>
/// <param name="Possible">The calls that may be made, each as often as it may.</param>
/// <param name="Necessary">The calls that must be made if nothing fails.</param>
internal sealed record LoopRunOutcome(
    long? Output,
    IReadOnlyList<string> Failures,
    IReadOnlyList<string> Possible,
    IReadOnlyList<string> Necessary
);
