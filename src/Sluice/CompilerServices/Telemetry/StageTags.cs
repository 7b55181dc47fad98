namespace Sluice.CompilerServices.Telemetry;

/// <summary>
/// The attributes of spans and metrics that are the same in every run of a stage. Created once per stage.
/// </summary>
internal sealed class StageTags(string pipeline, string entryPoint, string stage)
{
    /// <summary>The status of a guard's span if the guard made the stages before it run again.</summary>
    public const string Retried = "retried";

    private const string Completed = "completed";
    private const string Skipped = "skipped";
    private const string Failed = "failed";
    private const string Cancelled = "cancelled";

    private readonly KeyValuePair<string, object?>[] _completed = With(pipeline, entryPoint, stage, Completed);
    private readonly KeyValuePair<string, object?>[] _skipped = With(pipeline, entryPoint, stage, Skipped);
    private readonly KeyValuePair<string, object?>[] _cancelled = With(pipeline, entryPoint, stage, Cancelled);

    /// <summary>The name of the stage and of its span.</summary>
    public string Name => stage;

    /// <summary>The attributes of metrics without an outcome.</summary>
    public KeyValuePair<string, object?>[] AtStart { get; } =
    [
        new(AttributeNames.Pipeline, pipeline),
        new(AttributeNames.EntryPoint, entryPoint),
        new(AttributeNames.Stage, stage),
    ];

    /// <summary>The attributes of the stage's span at its start, before the first call.</summary>
    public KeyValuePair<string, object?>[] OfSpan { get; } =
    [
        new(AttributeNames.Pipeline, pipeline),
        new(AttributeNames.EntryPoint, entryPoint),
        new(AttributeNames.Stage, stage),
        new(AttributeNames.StageAttempts, 1),
    ];

    /// <summary>The name of the compensation's span.</summary>
    public string CompensationName => $"compensate {stage}";

    /// <summary>Returns the text for the end of a stage.</summary>
    public static string StatusOf(RunEventKind kind) =>
        kind switch
        {
            RunEventKind.StageCompleted => Completed,
            RunEventKind.StageSkipped => Skipped,
            RunEventKind.StageFailed => Failed,
            _ => Cancelled,
        };

    /// <summary>Returns the attributes of the metrics for the end of a stage.</summary>
    public ReadOnlySpan<KeyValuePair<string, object?>> AtEnd(RunEventKind kind, Exception? error) =>
        kind switch
        {
            RunEventKind.StageCompleted => _completed,
            RunEventKind.StageSkipped => _skipped,
            RunEventKind.StageCancelled => _cancelled,
            _ => (KeyValuePair<string, object?>[])
                [
                    .. With(pipeline, entryPoint, stage, Failed),
                    new(AttributeNames.ErrorType, ErrorRecording.TypeOf(error)),
                ],
        };

    /// <summary>Returns the text for the end of a compensation.</summary>
    public static string CompensationStatusOf(Exception? error) => error is null ? Completed : Failed;

    /// <summary>Returns the attributes of the metrics for a compensation.</summary>
    public KeyValuePair<string, object?>[] AtCompensation(Exception? error)
    {
        var status = new KeyValuePair<string, object?>(AttributeNames.CompensationStatus, CompensationStatusOf(error));
        return error is null
            ? [.. AtStart, status]
            : [.. AtStart, status, new(AttributeNames.ErrorType, ErrorRecording.TypeOf(error))];
    }

    private static KeyValuePair<string, object?>[] With(
        string pipeline,
        string entryPoint,
        string stage,
        string status
    ) =>
        [
            new(AttributeNames.Pipeline, pipeline),
            new(AttributeNames.EntryPoint, entryPoint),
            new(AttributeNames.Stage, stage),
            new(AttributeNames.StageStatus, status),
        ];
}
