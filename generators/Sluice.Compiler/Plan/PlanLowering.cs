namespace Sluice.Compiler.Plan;

/// <summary>The form in which an entry point is compiled, as <c>Sluice.Lowering</c> names it.</summary>
internal enum PlanLowering
{
    /// <summary>Every stage is synchronous.</summary>
    StraightLine,

    /// <summary>No stage can overlap an asynchronous one.</summary>
    Sequential,

    /// <summary>Stages overlap.</summary>
    Concurrent,
}
