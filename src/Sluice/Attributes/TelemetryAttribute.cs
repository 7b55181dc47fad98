namespace Sluice;

/// <summary>Enables traces and metrics for the runs of a pipeline, or of all pipelines in an assembly.</summary>
/// <remarks>
/// The <see cref="System.Diagnostics.ActivitySource"/> and the <see cref="System.Diagnostics.Metrics.Meter"/> are both
/// named <c>Sluice</c>. Each run checks once whether there is a listener; without a listener, that check is the only
/// cost.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Assembly)]
public sealed class TelemetryAttribute : Attribute;
