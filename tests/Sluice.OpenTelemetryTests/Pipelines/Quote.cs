namespace Sluice.OpenTelemetryTests.Pipelines;

/// <summary>What an order costs.</summary>
public sealed record Quote(decimal Amount);
