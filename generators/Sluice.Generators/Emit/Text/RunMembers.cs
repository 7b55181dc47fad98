namespace Sluice.Generators.Emit;

/// <summary>
/// The members that the emitted types of an entry point have regardless of the names of its stages. The list includes the members of
/// their base classes. A test compares it with the emitted code and the base classes.
/// </summary>
internal static class RunMembers
{
    /// <summary>Fields of run objects, without their underscore.</summary>
    public static readonly string[] Fields =
    [
        "pipeline",
        "scope",
        "events",
        "streamedScope",
        "step",
        "segment",
        "openEnds",
        "streamWaitsFor",
        "at",
        "failures",
    ];

    /// <summary>The other members. A number may follow the names of methods that are cut into segments.</summary>
    public static readonly string[] Names =
    [
        // Members of every object.
        "Equals",
        "Finalize",
        "GetHashCode",
        "GetType",
        "MemberwiseClone",
        "ReferenceEquals",
        "ToString",
        // Members of the base classes of run objects.
        "AsTask",
        "Attach",
        "CallerToken",
        "CancellingToken",
        "Cause",
        "CauseIsCancellation",
        "CleanUp",
        "ClearFailure",
        "CloseStream",
        "CloseToken",
        "Complete",
        "CompleteExceptionally",
        "Continuation",
        "EndOf",
        "EndStream",
        "Ended",
        "EntryPoint",
        "Execute",
        "Fail",
        "FailLater",
        "FailedOutcome",
        "GetResult",
        "GetStatus",
        "GoesOnAfterFailure",
        "HandOver",
        "HasFailed",
        "IsCancellation",
        "IsOver",
        "Leave",
        "MayStart",
        "Nested",
        "Offload",
        "OnCompleted",
        "Open",
        "OpenStream",
        "OpenToken",
        "ReconsiderCause",
        "ReturnToPool",
        "RunToken",
        "StartReady",
        "StartReadyElsewhere",
        "Timestamp",
        "TryEndWith",
        "TryEnter",
        "Version",
        // Members of run objects, and of the values of a segmented straight line.
        "Advance",
        "Begin",
        "Drain",
        "End",
        "FailGuarded",
        "FailObserved",
        "FailUnlessRepeated",
        "Finish",
        "IdleOnThread",
        "Keep",
        "KeepsOneOnThread",
        "Pool",
        "Release",
        "Rent",
        "Report",
        "Resume",
        "RunSegment",
        "Skips",
        "Start",
        "Stop",
        "Suspend",
        "TakeResult",
        "TryAdvance",
        // Members of the class that describes the stages for reports.
        "CompensateAsync",
        "Compensation",
        "Create",
        "Indexes",
        "IndexOf",
        "Stages",
    ];
}
