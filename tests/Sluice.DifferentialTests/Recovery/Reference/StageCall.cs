using Sluice.DifferentialTests.Recovery.Probing;
using Sluice.DifferentialTests.Recovery.Shapes;

namespace Sluice.DifferentialTests.Recovery.Reference;

/// <summary>A call of a stage: of a method, or of the entry point of a nested pipeline.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Start">The position in the trace at which it started.</param>
/// <param name="End">The position at which it ended; the largest number if it did not.</param>
/// <param name="Result">How it ended.</param>
internal sealed record StageCall(RecoveryStage Stage, int Start, int End, CallResult Result)
{
    /// <summary>The step that made its part; <see langword="null"/> if it made none.</summary>
    public Step? Made { get; init; }

    /// <summary>The step of a method; <see langword="null"/> for a nested run.</summary>
    public Step? Step { get; init; }

    /// <summary>The exceptions with which it may have failed. A method fails with one.</summary>
    public IReadOnlyList<Exception> Exceptions { get; init; } = [];

    /// <summary>The nested run, if it is one.</summary>
    public RunTrace? Nested { get; init; }

    public bool IsFailure => Result is CallResult.Failed or CallResult.Refused;
}
