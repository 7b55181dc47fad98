namespace Sluice.Compiler.Lower;

/// <summary>
/// A step in the life of a stage. Each shape of a run prints the same steps, in this order; they tell apart only what follows a call that
/// is still under way.
/// </summary>
internal enum StageStep
{
    /// <summary>Tells the observer that the predecessors have settled.</summary>
    TellReady,

    /// <summary>Decides whether the stage is skipped.</summary>
    Decide,

    /// <summary>Forgets the failure of the round before if the stage is skipped in this one.</summary>
    ForgetFailureIfSkipped,

    /// <summary>Tells the observer whether the stage is skipped.</summary>
    TellDecision,

    /// <summary>Ends the run if the caller has cancelled it.</summary>
    CheckCancelled,

    /// <summary>Moves to the thread pool.</summary>
    Offload,

    /// <summary>Notes that the stage is the last that started.</summary>
    MarkStarted,

    /// <summary>Does both: ends the run if the caller has cancelled it, or notes that the stage is the last that started.</summary>
    Enter,

    /// <summary>Notes the time of the start, or that there was one.</summary>
    TakeStartTime,

    /// <summary>Starts the time of the guards that retry the stage.</summary>
    BeginGuardTime,

    /// <summary>Counts the call for the report, since the stage may run again.</summary>
    CountCall,

    /// <summary>Tells the observer that the stage starts.</summary>
    TellStarted,

    /// <summary>Calls the stage, which returns a task.</summary>
    Call,

    /// <summary>Takes the output: of the task, or of the call itself.</summary>
    Take,

    /// <summary>Forgets the failure of the round before.</summary>
    ForgetFailure,

    /// <summary>Has the output disposed of at the end of the run.</summary>
    Dispose,

    /// <summary>Notes the time of the end.</summary>
    TakeEndTime,

    /// <summary>Refuses an enum value that has no name, since other stages run by it.</summary>
    CheckRoute,

    /// <summary>Asks whether the guard has passed.</summary>
    CheckGuard,

    /// <summary>Notes that the stage has to be undone if the run fails.</summary>
    MarkCompensable,

    /// <summary>Tells the observer that the stage has ended.</summary>
    TellEnded,
}
