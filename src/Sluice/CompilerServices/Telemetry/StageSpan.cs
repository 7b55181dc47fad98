using System.Diagnostics;

namespace Sluice.CompilerServices.Telemetry;

/// <summary>The place of a stage among the spans of a run. The events of a stage follow one another: one thread at a time uses it.</summary>
internal sealed class StageSpan
{
    /// <summary>The span, while the stage is under way and somebody wants it.</summary>
    public Activity? Span { get; set; }
}
