namespace Sluice.DifferentialTests.Graphs;

/// <summary>The attribute that states a condition.</summary>
public enum ConditionKind
{
    When,
    Unless,
    Otherwise,
}
