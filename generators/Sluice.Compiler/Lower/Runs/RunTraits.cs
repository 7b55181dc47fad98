namespace Sluice.Compiler.Lower;

/// <summary>The properties that all runs of an entry point share.</summary>
internal sealed record RunTraits
{
    /// <summary>Whether the times at which stages start and end are measured, since the caller gets a report.</summary>
    public bool Measures { get; init; }

    /// <summary>Whether the run has an output.</summary>
    public bool HasOutput { get; init; }

    /// <summary>Whether the run has a token that can be cancelled.</summary>
    public bool HasToken { get; init; }

    /// <summary>Whether the caller may give a deadline, so that the run's token is not the caller's.</summary>
    public bool HasDeadline { get; init; }

    /// <summary>Whether the run has a cancellation source of its own.</summary>
    public bool OwnsToken { get; init; }

    /// <summary>Where the run finds the token with which its caller cancels it.</summary>
    public RunCanceller Canceller { get; init; }

    /// <summary>Whether a synchronous run keeps the thrown exception, since it may end with another.</summary>
    public bool KeepsThrown { get; init; }

    /// <summary>Whether an observer may be told about the run.</summary>
    public bool IsObserved { get; init; }

    /// <summary>When the stream of the run is read.</summary>
    public StreamReading Reading { get; init; }

    /// <summary>The number of stages that the reader of the stream waits for, or 0 without such a stream.</summary>
    public int StreamWaits { get; init; }

    /// <summary>Whether the reader gets no stream if the run has failed, since a guard may have refused it.</summary>
    public bool WithholdsStreamOnFailure { get; init; }

    /// <summary>Whether the stages share more than their values: the run's identity, its clock, what is called at its end.</summary>
    public bool NeedsScope { get; init; }

    /// <summary>Whether a stage has to be undone if the run fails.</summary>
    public bool Compensates { get; init; }

    /// <summary>Whether one of the compensations is asynchronous.</summary>
    public bool AwaitsCompensations { get; init; }

    /// <summary>Whether stages that do not need a failed one still run.</summary>
    public bool ContinuesOnFailure { get; init; }

    /// <summary>Whether an output could use the run's token after the run.</summary>
    public bool OutputMayKeepToken { get; init; }

    /// <summary>Whether a stage is an entry point of a nested pipeline.</summary>
    public bool HasNestedRuns { get; init; }

    /// <summary>
    /// Whether the run notes that all stages have ended, so that a later failure is not taken for that of the last one.
    /// </summary>
    public bool MarksEnd { get; init; }

    /// <summary>The method of a concurrent run that records failures first.</summary>
    public FailurePath FailurePath { get; init; }

    /// <summary>Whether a stage may fail without ending the run.</summary>
    public bool KeepsFailures { get; init; }

    /// <summary>Whether a stage may be skipped.</summary>
    public bool MaySkip { get; init; }

    /// <summary>Whether a stage of a loop can ask for its round.</summary>
    public bool TellsRounds { get; init; }

    /// <summary>Whether the run ends only when its stream has been read.</summary>
    public bool IsStreamed => Reading != StreamReading.None;

    /// <summary>Whether the stream is read when all stages have ended.</summary>
    public bool IsReadAfterwards => Reading == StreamReading.Afterwards;

    /// <summary>Whether the stream is read while stages are under way.</summary>
    public bool IsReadMeanwhile => Reading == StreamReading.Meanwhile;

    /// <summary>Whether the end of the run has to be told, to a scope or to an observer.</summary>
    public bool IsClosed => NeedsScope || IsObserved;

    /// <summary>Whether an output could use the context of a stage after the run.</summary>
    public bool OutputMayKeepContext => OutputMayKeepToken && !IsStreamed;

    /// <summary>Whether the run object keeps the scope of the stream, which undoes stages if the stream fails.</summary>
    public bool KeepsStreamedScope => IsReadAfterwards && Compensates;
}
