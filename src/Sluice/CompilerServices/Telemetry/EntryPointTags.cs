using System.Collections.Concurrent;

namespace Sluice.CompilerServices.Telemetry;

/// <summary>
/// The attributes of spans and metrics that are the same in every run of an entry point. Created once per entry point.
/// Thread-safe.
/// </summary>
internal sealed class EntryPointTags
{
    private const string Succeeded = "succeeded";
    private const string Failed = "failed";
    private const string Cancelled = "cancelled";

    private static readonly ConcurrentDictionary<(string Pipeline, string EntryPoint), EntryPointTags> All = new();

    private readonly string _pipeline;
    private readonly string _entryPoint;
    private readonly KeyValuePair<string, object?>[] _succeeded;
    private readonly KeyValuePair<string, object?>[] _cancelled;
    private StageTags?[] _stages = [];

    private EntryPointTags(string pipeline, string entryPoint)
    {
        _pipeline = pipeline;
        _entryPoint = entryPoint;
        SpanName = $"{ShortName(pipeline)}.{entryPoint}";
        AtStart = [new(AttributeNames.Pipeline, pipeline), new(AttributeNames.EntryPoint, entryPoint)];
        _succeeded = [.. AtStart, new(AttributeNames.RunStatus, Succeeded)];
        _cancelled = [.. AtStart, new(AttributeNames.RunStatus, Cancelled)];
    }

    /// <summary>The name of the run's span.</summary>
    public string SpanName { get; }

    /// <summary>The attributes of the run's span at its start, and of metrics without an outcome.</summary>
    public KeyValuePair<string, object?>[] AtStart { get; }

    /// <summary>Returns the tags of an entry point, and creates them if needed.</summary>
    public static EntryPointTags Of(string pipeline, string entryPoint) =>
        All.GetOrAdd((pipeline, entryPoint), static names => new EntryPointTags(names.Pipeline, names.EntryPoint));

    /// <summary>Returns the text for the status of a run.</summary>
    public static string StatusOf(RunStatus status) =>
        status switch
        {
            RunStatus.Succeeded => Succeeded,
            RunStatus.Failed => Failed,
            _ => Cancelled,
        };

    /// <summary>
    /// Returns whether the tags belong to an entry point. The names are literals in emitted code, so a comparison of
    /// references usually suffices.
    /// </summary>
    public bool IsOf(string pipeline, string entryPoint) =>
        ReferenceEquals(_pipeline, pipeline) && ReferenceEquals(_entryPoint, entryPoint);

    /// <summary>Returns the attributes of the metrics for the end of a run.</summary>
    public ReadOnlySpan<KeyValuePair<string, object?>> AtEnd(RunStatus status, Exception? error) =>
        status switch
        {
            RunStatus.Succeeded => _succeeded,
            RunStatus.Failed => (KeyValuePair<string, object?>[])
                [
                    .. AtStart,
                    new(AttributeNames.RunStatus, Failed),
                    new(AttributeNames.ErrorType, ErrorRecording.TypeOf(error)),
                ],
            _ => _cancelled,
        };

    /// <summary>Returns the tags of a stage of the entry point.</summary>
    public StageTags Stage(int index, string name)
    {
        var stages = Volatile.Read(ref _stages);
        return index < stages.Length && stages[index] is { } stage && stage.Name == name ? stage : Add(index, name);
    }

    // Two threads may add at the same time, and the tags of one may be lost. They are then created again.
    private StageTags Add(int index, string name)
    {
        var stages = Volatile.Read(ref _stages);
        if (index >= stages.Length)
        {
            Array.Resize(ref stages, Math.Max(index + 1, stages.Length * 2));
            Volatile.Write(ref _stages, stages);
        }

        return stages[index] = new StageTags(_pipeline, _entryPoint, name);
    }

    // The name without the namespace and the containing types. Names of type parameters have no dots.
    private static string ShortName(string pipeline) => pipeline[(pipeline.LastIndexOf('.') + 1)..];
}
