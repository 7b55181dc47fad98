namespace Sluice.OpenTelemetryTests.Pipelines;

/// <summary>The price of an order.</summary>
public sealed record Quote(decimal Amount);
