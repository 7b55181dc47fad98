namespace Sluice.DifferentialTests.Branching.Shapes;

/// <summary>Which attribute states a condition.</summary>
public enum GuardKind
{
    When,
    Unless,
    Otherwise,
}
