using System.Text.Json.Serialization;

namespace Sluice.JsonLines;

/// <summary>How lines are written, compiled.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(StageLine))]
[JsonSerializable(typeof(RunLine))]
internal sealed partial class WideLineContext : JsonSerializerContext;
