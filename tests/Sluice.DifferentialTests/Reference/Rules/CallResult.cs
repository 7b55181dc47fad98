namespace Sluice.DifferentialTests.Reference.Rules;

/// <summary>The end of a call as the trace shows it.</summary>
internal enum CallResult
{
    /// <summary>It has not ended, or the trace does not tell how.</summary>
    Unknown,
    Completed,

    /// <summary>A guard has not let pass.</summary>
    Refused,
    Failed,
    Cancelled,
}
