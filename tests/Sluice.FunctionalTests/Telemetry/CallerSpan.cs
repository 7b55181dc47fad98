using System.Diagnostics;

namespace Sluice.FunctionalTests.Telemetry;

/// <summary>A span of the caller's own, which is the current one until it is disposed of.</summary>
internal sealed class CallerSpan : IDisposable
{
    public CallerSpan()
    {
        Span = new Activity("Caller");
        Span.Start();
    }

    public Activity Span { get; }

    public void Dispose() => Span.Dispose();
}
