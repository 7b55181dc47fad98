namespace Sluice;

/// <summary>
/// Lets the runs of a pipeline, or of all pipelines of an assembly, give spans and metrics: those of the
/// <see cref="System.Diagnostics.ActivitySource"/> and the <see cref="System.Diagnostics.Metrics.Meter"/> named <c>Sluice</c>.
/// </summary>
/// <remarks>Each run looks once whether anybody listens. Where nobody does, that look is all that it costs.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Assembly)]
public sealed class TelemetryAttribute : Attribute;
