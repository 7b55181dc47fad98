namespace Sluice.Tests.Shared.Faults;

/// <summary>The fault at one point of a run.</summary>
public enum Fault
{
    /// <summary>No fault.</summary>
    None,

    /// <summary>The stage throws.</summary>
    Throw,

    /// <summary>The stage throws an <see cref="OperationCanceledException"/> that is not a cancellation of the run.</summary>
    ThrowForeignCancellation,

    /// <summary>The stage takes longer than its limits, and observes its token.</summary>
    Hang,

    /// <summary>The stage takes a while, and ignores its token.</summary>
    Dawdle,

    /// <summary>The caller cancels the run. The stage does not notice and continues.</summary>
    CancelUnnoticed,

    /// <summary>The caller cancels the run. The stage notices.</summary>
    CancelNoticed,

    /// <summary>The caller cancels the run, and the stage fails nevertheless.</summary>
    CancelAndThrow,

    /// <summary>The stage cancels the run itself, if its return type allows it.</summary>
    CancelFromWithin,

    /// <summary>The stage skips itself, if its return type allows it.</summary>
    Skip,

    /// <summary>The stage requests another attempt, if its return type allows it.</summary>
    AskForRetry,
}
