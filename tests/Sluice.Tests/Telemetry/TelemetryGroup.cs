namespace Sluice.Tests.Telemetry;

/// <summary>Tests that listen to spans and metrics: listeners hear the whole process, so that one test runs at a time.</summary>
[CollectionDefinition(nameof(TelemetryGroup), DisableParallelization = true)]
public sealed class TelemetryGroup;
