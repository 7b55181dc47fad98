using Sluice.Tests.Shared.Runs;

namespace Sluice.Tests.Lines;

internal static class WrittenLinesExtensions
{
    /// <summary>Passes the events of a run to one observer.</summary>
    public static void Observe(this WrittenLines written, params ReadOnlySpan<RunEvent> events) =>
        written.Events.Observe(events);

    public static void Observe(this WideEvents target, params ReadOnlySpan<RunEvent> events)
    {
        var observer = target.Observer;
        foreach (ref readonly var runEvent in events)
        {
            observer.Observe(in runEvent);
        }
    }

    /// <summary>Writes a batch as a sink does.</summary>
    public static async Task WriteAsync(this WideEvents target, RunEvent[] events, int attempt = 1) =>
        await target.WriteAsync(new SinkBatch(events, dropped: 0, lost: 0, attempt));
}
