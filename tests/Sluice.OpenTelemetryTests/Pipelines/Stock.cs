namespace Sluice.OpenTelemetryTests.Pipelines;

/// <summary>What has been reserved.</summary>
public sealed record Stock(int Count);
