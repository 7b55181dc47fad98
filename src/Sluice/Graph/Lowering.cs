namespace Sluice;

/// <summary>
/// Specifies the form in which an entry point is compiled. The compiler chooses the simplest form that fits.
/// </summary>
public enum Lowering
{
    /// <summary>All stages are synchronous and are called one after another.</summary>
    StraightLine,

    /// <summary>
    /// No stage can overlap an asynchronous stage, so a run suspends and resumes at one point at a time.
    /// </summary>
    Sequential,

    /// <summary>
    /// Stages overlap, or a guard makes stages run again. Each stage starts when its dependencies have settled.
    /// </summary>
    Concurrent,
}
