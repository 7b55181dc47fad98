namespace Sluice.DifferentialTests.Graphs;

/// <summary>The form in which a value is returned or taken that may be absent.</summary>
public enum Form
{
    Plain,
    Optional,
    Outcome,

    /// <summary><c>T?</c>; stages do not return it.</summary>
    Nullable,
}
