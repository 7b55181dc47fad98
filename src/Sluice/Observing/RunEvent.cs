namespace Sluice;

/// <summary>Describes something that happened in a run, as an <see cref="IRunObserver"/> receives it.</summary>
#pragma warning disable CA1815 // Events are not compared.
public readonly struct RunEvent
#pragma warning restore CA1815
{
    /// <summary>The kind of the event.</summary>
    public required RunEventKind Kind { get; init; }

    /// <summary>
    /// The position of the event in its run, starting with 1 and without gaps. Events of stages that run at the same
    /// time may be delivered in another order.
    /// </summary>
    public required long SequenceNumber { get; init; }

    /// <summary>
    /// The time of the event, from the run's <see cref="TimeProvider"/>: the start time of the run plus the elapsed
    /// time. Adjustments of the system clock during the run have no effect.
    /// </summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>The identifier of the run.</summary>
    public required Guid RunId { get; init; }

    /// <summary>The name of the pipeline, as <see cref="PipelineGraph"/> shows it.</summary>
    public required string Pipeline { get; init; }

    /// <summary>The name of the entry point, as <see cref="PipelineGraph"/> shows it.</summary>
    public required string EntryPoint { get; init; }

    /// <summary>The context that the caller passed to the run, or <see langword="null"/> if there is none.</summary>
    public RunContext? Context { get; init; }

    /// <summary>
    /// The name of the stage, as <see cref="PipelineGraph"/> shows it, or <see langword="null"/> in events of the run.
    /// For a compensation, it is the stage that is undone.
    /// </summary>
    public string? Stage { get; init; }

    /// <summary>The index of the stage in the run's report, or -1 in events of the run.</summary>
    public int StageIndex { get; init; }

    /// <summary>
    /// The number of the attempt, starting with 1, or 0 if there was none. All attempts of the stage in the run count.
    /// If another attempt follows, it is the number of the attempt that failed.
    /// </summary>
    /// <remarks>
    /// <para>
    /// If a stage runs for each element, an event of one element has the number of that element's attempt, and the end
    /// of the stage has one more than the number of repeated attempts.
    /// </para>
    /// <para>
    /// A stage whose cache or open circuit responds in its place counts as called. A compensation has the number of the
    /// attempt that is undone.
    /// </para>
    /// </remarks>
    public int Attempt { get; init; }

    /// <summary>
    /// The duration of the stage, the compensation or the run. For a failed attempt, the time since the stage started.
    /// </summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>The delay before the next attempt.</summary>
    public TimeSpan? RetryDelay { get; init; }

    /// <summary>
    /// The failure or cancellation. When a compensation starts, it is the exception that ends the run.
    /// </summary>
    public Exception? Error { get; init; }

    /// <summary>
    /// Whether the failure of this stage ends the run. If so, the last event of the run has the same
    /// <see cref="Error"/>. The value is <see langword="false"/> if the failure is handled, or if another failure
    /// already ends the run.
    /// </summary>
    public bool EndsRun { get; init; }

    /// <summary>The reason for the skip of the stage or the cancellation of the run.</summary>
    public string? Reason { get; init; }

    /// <summary>The final status of the run in its last event; otherwise, <see cref="RunStatus.Running"/>.</summary>
    public RunStatus Status { get; init; }

    /// <summary>
    /// The size of a completed stage's output, or <see langword="null"/> if it is not known without enumeration.
    /// </summary>
    /// <remarks>
    /// The size is the number of characters of a string, of elements of an
    /// <see cref="System.Collections.ICollection"/>, of bytes of a <see cref="Memory{T}"/> or
    /// <see cref="ReadOnlyMemory{T}"/> of bytes, or of items of a stream that was read to its end.
    /// </remarks>
    public int? OutputSize { get; init; }

    /// <summary>
    /// The reported progress of the stage, from 0 to 1, or <see langword="null"/> if the event does not report
    /// progress.
    /// </summary>
    public double? Progress { get; init; }

    /// <summary>The name of the published event, or the message of the reported progress.</summary>
    public string? Name { get; init; }

    /// <summary>The data of the published event.</summary>
    public object? Payload { get; init; }
}
