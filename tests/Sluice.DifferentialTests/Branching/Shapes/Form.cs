namespace Sluice.DifferentialTests.Branching.Shapes;

/// <summary>In which form a value is returned or taken that may be absent.</summary>
public enum Form
{
    Plain,
    Optional,
    Outcome,

    /// <summary><c>T?</c>; stages do not return it.</summary>
    Nullable,
}
