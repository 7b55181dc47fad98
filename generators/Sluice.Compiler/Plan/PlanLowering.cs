namespace Sluice.Compiler.Plan;

/// <summary>The form in which an entry point is compiled, with the names of <c>Sluice.Lowering</c>.</summary>
internal enum PlanLowering
{
    /// <summary>Every stage is synchronous.</summary>
    StraightLine,

    /// <summary>No stage can overlap an asynchronous one.</summary>
    Sequential,

    /// <summary>Asynchronous stages may overlap others.</summary>
    Concurrent,
}
