namespace Sluice.OpenTelemetryTests.Pipelines;

/// <summary>An order.</summary>
/// <param name="Count">The number of ordered items.</param>
/// <param name="FailingCalls">The number of calls to the stock that fail before one succeeds.</param>
public sealed record Order(int Count, int FailingCalls = 0);
