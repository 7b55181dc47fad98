namespace Sluice;

/// <summary>Something that happened in a run, as an <see cref="IRunObserver"/> gets it.</summary>
#pragma warning disable CA1815 // Nobody compares two events.
public readonly struct RunEvent
#pragma warning restore CA1815
{
    /// <summary>What happened.</summary>
    public required RunEventKind Kind { get; init; }

    /// <summary>
    /// Orders the events of one run, from 1 without gaps. Events of stages that run at the same time may be handed over in another
    /// order.
    /// </summary>
    public required long SequenceNumber { get; init; }

    /// <summary>
    /// When it happened, by the run's <see cref="TimeProvider"/>: when the run started, and the time since. A clock that is set meanwhile
    /// does not show.
    /// </summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>Identifies the run.</summary>
    public required Guid RunId { get; init; }

    /// <summary>The pipeline's name, as <see cref="PipelineGraph"/> shows it.</summary>
    public required string Pipeline { get; init; }

    /// <summary>The entry point's name, as <see cref="PipelineGraph"/> shows it.</summary>
    public required string EntryPoint { get; init; }

    /// <summary>What the caller said of the run, or <see langword="null"/>.</summary>
    public RunContext? Context { get; init; }

    /// <summary>
    /// The stage's name, as <see cref="PipelineGraph"/> shows it: of a compensation, that of the stage that is undone. It is
    /// <see langword="null"/> in events of the run.
    /// </summary>
    public string? Stage { get; init; }

    /// <summary>The stage's index in the run's report; -1 in events of the run.</summary>
    public int StageIndex { get; init; }

    /// <summary>
    /// The number of the attempt, from 1, of all that the run makes of the stage: that which failed where another follows. 0 where there
    /// was none.
    /// </summary>
    /// <remarks>
    /// Of a stage that runs for each element, what happens to one element has the number of the element's own attempt, and the end of the
    /// stage one more than attempts were made again. A stage counts as called where its cache or its open circuit answers for it. Of a
    /// compensation it is that of the end of the stage that is undone.
    /// </remarks>
    public int Attempt { get; init; }

    /// <summary>
    /// How long the stage, its compensation or the run took; of an attempt that failed, how long ago the stage started.
    /// </summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>The wait before the next attempt.</summary>
    public TimeSpan? RetryDelay { get; init; }

    /// <summary>What it failed or was cancelled with; of a compensation that starts, what the run ends with.</summary>
    public Exception? Error { get; init; }

    /// <summary>
    /// Of a stage that failed, whether the run ends with its failure: then the run's last event has the same <see cref="Error"/>. It is
    /// <see langword="false"/> if the failure is handled, or if the run already ends with another.
    /// </summary>
    public bool EndsRun { get; init; }

    /// <summary>Why it was skipped, or why the run was cancelled.</summary>
    public string? Reason { get; init; }

    /// <summary>How the run ended; otherwise <see cref="RunStatus.Running"/>.</summary>
    public RunStatus Status { get; init; }

    /// <summary>
    /// How large the output of a completed stage is, where that can be told at once, or <see langword="null"/>: the characters of a string,
    /// the elements of what implements <see cref="System.Collections.ICollection"/>, the bytes of a <see cref="Memory{T}"/> or
    /// <see cref="ReadOnlyMemory{T}"/> of bytes. Of a stream that was read to its end, how many items it gave.
    /// </summary>
    public int? OutputSize { get; init; }

    /// <summary>How far the stage is, from 0 to 1, where it told.</summary>
    public double? Progress { get; init; }

    /// <summary>The name of what the stage published, or what it said of its progress.</summary>
    public string? Name { get; init; }

    /// <summary>What the stage published.</summary>
    public object? Payload { get; init; }
}
