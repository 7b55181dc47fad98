namespace Sluice.DifferentialTests.Recovery.Probing;

/// <summary>How a call of a stage ends.</summary>
public enum StepEnding
{
    Succeeds,

    /// <summary>It throws an exception of its own.</summary>
    Throws,

    /// <summary>It throws an exception object that calls of other stages and other runs throw as well.</summary>
    ThrowsShared,

    /// <summary>A guard does not let pass.</summary>
    Refuses,

    /// <summary>The caller cancels the run, and the call ends with that.</summary>
    CancelsAndNotices,

    /// <summary>The caller cancels the run, and the call succeeds.</summary>
    CancelsUnnoticed,
}
