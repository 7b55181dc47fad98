namespace Sluice;

/// <summary>The form in which an entry point is compiled. The compiler picks the simplest that fits.</summary>
public enum Lowering
{
    /// <summary>Every stage is synchronous: one call after the other.</summary>
    StraightLine,

    /// <summary>No stage can overlap an asynchronous one: a run suspends and resumes at one place at a time.</summary>
    Sequential,

    /// <summary>Stages overlap, or a guard has some run again: each starts when what it depends on has settled.</summary>
    Concurrent,
}
