namespace Sluice;

/// <summary>Specifies how the failure of a stage affects the rest of the run.</summary>
public enum FailureMode
{
    /// <summary>
    /// No further stage starts, stages under way are cancelled and awaited, and the run ends with the first failure.
    /// </summary>
    FailFast,

    /// <summary>
    /// Stages that depend on the failed stage are skipped, all others run to their end, and then the run ends with the
    /// first failure.
    /// </summary>
    Continue,
}
