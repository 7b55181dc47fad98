using System.Diagnostics;

namespace Sluice.CompilerServices.Telemetry;

/// <summary>
/// The entry of a stage among the spans of a run. The events of a stage follow one another, so one thread at a time
/// uses it.
/// </summary>
internal sealed class StageSpan
{
    /// <summary>The span of the stage while it is under way, if a listener requests it.</summary>
    public Activity? Span { get; set; }
}
