namespace Sluice.OpenTelemetryTests.Pipelines;

/// <summary>The reserved stock.</summary>
public sealed record Stock(int Count);
