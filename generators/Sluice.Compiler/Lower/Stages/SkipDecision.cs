namespace Sluice.Compiler.Lower;

/// <summary>Decides, before a stage starts, whether it is skipped. The first reason that applies is the one that is reported.</summary>
/// <param name="Conditions">The stage's own conditions, all of which must hold.</param>
/// <param name="Requirements">The values that it needs and that may be absent.</param>
/// <param name="Refusals">The guards that may refuse what it takes.</param>
/// <param name="IsNeverNeeded">Whether only stages that can never run take its output.</param>
/// <param name="Demand">The alternatives that make its output needed. Empty if it always is.</param>
internal sealed record SkipDecision(
    IReadOnlyList<LoweredCondition> Conditions,
    IReadOnlyList<TakenValue> Requirements,
    IReadOnlyList<GuardRefusal> Refusals,
    bool IsNeverNeeded,
    IReadOnlyList<IReadOnlyList<LoweredCondition>> Demand
);
