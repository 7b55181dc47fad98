namespace Sluice.Compiler.Lower;

/// <summary>A comparison that decides whether a stage runs.</summary>
/// <param name="Source">The value that is compared.</param>
/// <param name="Test">The comparison.</param>
/// <param name="Constants">The constants as code writes them. Empty for a <c>bool</c>.</param>
/// <param name="Reason">The reason that a report gives if the comparison fails.</param>
internal sealed record LoweredCondition(
    TakenValue Source,
    ConditionTest Test,
    IReadOnlyList<string> Constants,
    string Reason
);
