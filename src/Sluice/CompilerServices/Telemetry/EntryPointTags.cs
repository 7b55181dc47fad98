using System.Collections.Concurrent;

namespace Sluice.CompilerServices.Telemetry;

/// <summary>What spans and metrics say of an entry point in every run: made once. Thread-safe.</summary>
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

    /// <summary>The attributes of every run's span when it starts, and of the metrics that know of no outcome.</summary>
    public KeyValuePair<string, object?>[] AtStart { get; }

    /// <summary>Finds what was made of an entry point, or makes it.</summary>
    public static EntryPointTags Of(string pipeline, string entryPoint) =>
        All.GetOrAdd((pipeline, entryPoint), static names => new EntryPointTags(names.Pipeline, names.EntryPoint));

    /// <summary>The word for how a run ended.</summary>
    public static string StatusOf(RunStatus status) =>
        status switch
        {
            RunStatus.Succeeded => Succeeded,
            RunStatus.Failed => Failed,
            _ => Cancelled,
        };

    /// <summary>Whether it is of that entry point. The strings are literals of emitted code, so that looking no deeper finds most.</summary>
    public bool IsOf(string pipeline, string entryPoint) =>
        ReferenceEquals(_pipeline, pipeline) && ReferenceEquals(_entryPoint, entryPoint);

    /// <summary>The attributes of the metrics of an end.</summary>
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

    /// <summary>What is said of a stage of the entry point.</summary>
    public StageTags Stage(int index, string name)
    {
        var stages = Volatile.Read(ref _stages);
        return index < stages.Length && stages[index] is { } stage && stage.Name == name ? stage : Add(index, name);
    }

    // Two threads may add at once, and what one adds may be lost: then it is made again.
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

    // Without the namespace and the containing types; the names of type parameters have no dots.
    private static string ShortName(string pipeline) => pipeline[(pipeline.LastIndexOf('.') + 1)..];
}
