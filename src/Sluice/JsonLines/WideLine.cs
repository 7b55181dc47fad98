using System.Text.Json.Serialization;

namespace Sluice.JsonLines;

/// <summary>What every line says, before all else.</summary>
/// <param name="kind">What it is a line of.</param>
internal abstract class WideLine(string kind)
{
    [JsonPropertyOrder(-1)]
    public int SchemaVersion { get; } = WideEvents.SchemaVersion;

    [JsonPropertyOrder(-1)]
    public string Event { get; } = kind;

    /// <summary>When it ended.</summary>
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

    /// <summary>Forgets what it says.</summary>
    public virtual void Clear()
    {
        (Timestamp, Pipeline, EntryPoint, RunId, ParentRunId) = (default, "", "", default, null);
        (RequestId, SessionId, UserId, TenantId, Baggage) = (null, null, null, null, null);
    }
}
