using System.Text.Json.Serialization;

namespace Sluice.JsonLines;

/// <summary>The properties that every line has, written before all others.</summary>
/// <param name="kind">The kind of the line.</param>
internal abstract class WideLine(string kind)
{
    [JsonPropertyOrder(-1)]
    public int SchemaVersion { get; } = WideEvents.SchemaVersion;

    [JsonPropertyOrder(-1)]
    public string Event { get; } = kind;

    /// <summary>The time at which the stage or run ended.</summary>
    [JsonPropertyOrder(-1)]
    public DateTimeOffset Timestamp { get; set; }

    [JsonPropertyOrder(-1)]
    public string Pipeline { get; set; } = "";

    [JsonPropertyOrder(-1)]
    public string EntryPoint { get; set; } = "";

    [JsonPropertyOrder(-1)]
    public Guid RunId { get; set; }

    [JsonPropertyOrder(-1)]
    public Guid? ParentRunId { get; set; }

    [JsonPropertyOrder(-1)]
    public string? RequestId { get; set; }

    [JsonPropertyOrder(-1)]
    public string? SessionId { get; set; }

    [JsonPropertyOrder(-1)]
    public string? UserId { get; set; }

    [JsonPropertyOrder(-1)]
    public string? TenantId { get; set; }

    [JsonPropertyOrder(-1)]
    public IReadOnlyDictionary<string, string>? Baggage { get; set; }

    /// <summary>Resets all properties.</summary>
    public virtual void Clear()
    {
        (Timestamp, Pipeline, EntryPoint, RunId, ParentRunId) = (default, "", "", default, null);
        (RequestId, SessionId, UserId, TenantId, Baggage) = (null, null, null, null, null);
    }
}
