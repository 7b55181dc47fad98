namespace Sluice.CompilerServices.Telemetry;

/// <summary>What spans and metrics say of a stage in every run: made once.</summary>
internal sealed class StageTags(string pipeline, string entryPoint, string stage)
{
    /// <summary>How the span of a guard ends that has had the stages before it run again.</summary>
    public const string Retried = "retried";

    private const string Completed = "completed";
    private const string Skipped = "skipped";
    private const string Failed = "failed";
    private const string Cancelled = "cancelled";

    private readonly KeyValuePair<string, object?>[] _completed = With(pipeline, entryPoint, stage, Completed);
    private readonly KeyValuePair<string, object?>[] _skipped = With(pipeline, entryPoint, stage, Skipped);
    private readonly KeyValuePair<string, object?>[] _cancelled = With(pipeline, entryPoint, stage, Cancelled);

    /// <summary>The stage's name, which is its span's too.</summary>
    public string Name => stage;

    /// <summary>The attributes of the metrics that know of no outcome.</summary>
    public KeyValuePair<string, object?>[] AtStart { get; } =
    [
        new(AttributeNames.Pipeline, pipeline),
        new(AttributeNames.EntryPoint, entryPoint),
        new(AttributeNames.Stage, stage),
    ];

    /// <summary>The attributes of its span when it starts: it is about to be called for the first time.</summary>
    public KeyValuePair<string, object?>[] OfSpan { get; } =
    [
        new(AttributeNames.Pipeline, pipeline),
        new(AttributeNames.EntryPoint, entryPoint),
        new(AttributeNames.Stage, stage),
        new(AttributeNames.StageAttempts, 1),
    ];

    /// <summary>The name of the span of what undoes the stage.</summary>
    public string CompensationName => $"compensate {stage}";

    /// <summary>The word for how a stage ended.</summary>
    public static string StatusOf(RunEventKind kind) =>
        kind switch
        {
            RunEventKind.StageCompleted => Completed,
            RunEventKind.StageSkipped => Skipped,
            RunEventKind.StageFailed => Failed,
            _ => Cancelled,
        };

    /// <summary>The attributes of the metrics of an end.</summary>
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

    /// <summary>The word for how what undoes a stage ended.</summary>
    public static string CompensationStatusOf(Exception? error) => error is null ? Completed : Failed;

    /// <summary>The attributes of the metrics of what undoes the stage.</summary>
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
