using Sluice.DifferentialTests.Graphs;
using Sluice.DifferentialTests.Probing;

namespace Sluice.DifferentialTests.Reference.Rules;

/// <summary>A call of a stage: of a method, or of the entry point of a nested pipeline.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Start">The position in the trace at which it started.</param>
/// <param name="End">The position at which it ended; the largest number if it did not.</param>
/// <param name="Result">How it ended.</param>
internal sealed record StageCall(StageShape Stage, int Start, int End, CallResult Result)
{
    /// <summary>The invocation that made its output; <see langword="null"/> if it made none.</summary>
    public Invocation? Made { get; init; }

    /// <summary>The invocation of a method; <see langword="null"/> for a nested run.</summary>
    public Invocation? Invocation { get; init; }

    /// <summary>The exceptions with which it may have failed. A method fails with one.</summary>
    public IReadOnlyList<Exception> Exceptions { get; init; } = [];

    /// <summary>The nested run, if it is one.</summary>
    public RunTrace? Nested { get; init; }

    public bool IsFailure => Result is CallResult.Failed or CallResult.Refused;
}
