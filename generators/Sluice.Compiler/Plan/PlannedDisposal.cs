namespace Sluice.Compiler.Plan;

/// <summary>When what a stage produces is disposed of.</summary>
internal enum PlannedDisposal
{
    /// <summary>Never.</summary>
    None,

    /// <summary>At the end of the run.</summary>
    AtEnd,

    /// <summary>At the end of a run that fails: where it succeeds, the caller gets it.</summary>
    OnFailure,
}
