namespace Sluice;

/// <summary>Specifies the status of a run.</summary>
public enum RunStatus
{
    /// <summary>The run has not ended.</summary>
    Running,

    /// <summary>The run succeeded.</summary>
    Succeeded,

    /// <summary>The run failed.</summary>
    Failed,

    /// <summary>The run was cancelled.</summary>
    Cancelled,
}
