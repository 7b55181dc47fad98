namespace Sluice.FunctionalTests.Telemetry;

/// <summary>Tests that listen to spans and metrics run alone, because listeners receive those of the whole process.</summary>
[CollectionDefinition(nameof(TelemetryGroup), DisableParallelization = true)]
public sealed class TelemetryGroup;
