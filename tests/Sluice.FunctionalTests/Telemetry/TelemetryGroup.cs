namespace Sluice.FunctionalTests.Telemetry;

/// <summary>Tests that listen to spans and metrics: listeners hear the whole process, so that nothing else runs meanwhile.</summary>
[CollectionDefinition(nameof(TelemetryGroup), DisableParallelization = true)]
public sealed class TelemetryGroup;
