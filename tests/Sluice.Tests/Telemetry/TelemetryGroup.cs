namespace Sluice.Tests.Telemetry;

/// <summary>Tests that listen to spans and metrics run one at a time, because listeners receive those of the whole process.</summary>
[CollectionDefinition(nameof(TelemetryGroup), DisableParallelization = true)]
public sealed class TelemetryGroup;
