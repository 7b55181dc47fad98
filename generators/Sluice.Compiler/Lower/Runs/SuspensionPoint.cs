namespace Sluice.Compiler.Lower;

/// <summary>A stage at which a run on the caller's stack moves into its object if the stage does not complete at once.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Ready">The stages that may start while this one is under way, by their places.</param>
/// <param name="ReadySet">The same stages, a bit for each place.</param>
/// <param name="Joins">The joins that wait for fewer stages than at the start of a run.</param>
/// <param name="OpenEnds">The number of open ends, or <see langword="null"/> if none has ended.</param>
/// <param name="IsFirst">Whether it is the first of the entry point.</param>
internal sealed record SuspensionPoint(
    LoweredStage Stage,
    IReadOnlyList<LoweredStage> Ready,
    ulong ReadySet,
    IReadOnlyList<WaitingCount> Joins,
    int? OpenEnds,
    bool IsFirst
);
