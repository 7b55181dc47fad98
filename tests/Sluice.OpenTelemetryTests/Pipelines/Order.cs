namespace Sluice.OpenTelemetryTests.Pipelines;

/// <summary>What is ordered.</summary>
/// <param name="Count">How many of it.</param>
/// <param name="FailingCalls">How many calls to the stock fail before one succeeds.</param>
public sealed record Order(int Count, int FailingCalls = 0);
