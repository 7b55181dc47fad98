using System.Text.Json.Serialization;

namespace Sluice.JsonLines;

/// <summary>The compiled serialization of the lines.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(StageLine))]
[JsonSerializable(typeof(RunLine))]
internal sealed partial class WideLineContext : JsonSerializerContext;
