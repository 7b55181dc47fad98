namespace Sluice.Tests.Shared.Faults;

/// <summary>What goes wrong at one point of a run.</summary>
public enum Fault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The stage throws.</summary>
    Throw,

    /// <summary>The stage throws a cancellation that is not the run's.</summary>
    ThrowForeignCancellation,

    /// <summary>The stage takes longer than its limits, and heeds its token.</summary>
    Hang,

    /// <summary>The stage takes a while, and does not heed its token.</summary>
    Dawdle,

    /// <summary>The caller cancels the run; the stage does not notice and goes on.</summary>
    CancelUnnoticed,

    /// <summary>The caller cancels the run; the stage notices.</summary>
    CancelNoticed,

    /// <summary>The caller cancels the run, and the stage fails all the same.</summary>
    CancelAndThrow,

    /// <summary>The stage cancels the run from within, where it can say so.</summary>
    CancelFromWithin,

    /// <summary>The stage has nothing to give, where it can say so.</summary>
    Skip,

    /// <summary>The stage asks for another attempt, where it can say so.</summary>
    AskForRetry,
}
