namespace Sluice.Compiler.Plan;

/// <summary>The time at which a stage's output is disposed of.</summary>
internal enum PlannedDisposal
{
    /// <summary>Never.</summary>
    None,

    /// <summary>At the end of the run.</summary>
    AtEnd,

    /// <summary>At the end of a failed run. If the run succeeds, the caller gets the output.</summary>
    OnFailure,
}
