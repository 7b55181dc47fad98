namespace Sluice.Tests.Shared.Telemetry;

/// <summary>One measurement of an instrument.</summary>
internal sealed record Measurement(string Instrument, double Value, IReadOnlyDictionary<string, object?> Tags)
{
    /// <summary>The tags as text, ordered by name.</summary>
    public string TagText =>
        string.Join(", ", Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key}={tag.Value}"));
}
