using System.Diagnostics;

namespace Sluice.FunctionalTests.Telemetry;

/// <summary>The caller's own span, which is the current one until it is disposed.</summary>
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
