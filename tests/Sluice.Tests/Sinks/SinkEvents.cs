namespace Sluice.Tests.Sinks;

/// <summary>Events that contain only their number.</summary>
internal static class SinkEvents
{
    public static void Report(this RunEventSink sink, params IEnumerable<int> numbers)
    {
        var observer = sink.Observer;
        foreach (var number in numbers)
        {
            observer.Observe(Event(number));
        }
    }

    public static RunEvent Event(long number, Guid runId = default) =>
        new()
        {
            Kind = RunEventKind.StagePublished,
            SequenceNumber = number,
            Timestamp = default,
            RunId = runId,
            Pipeline = "Shop.Checkout",
            EntryPoint = "RunAsync",
        };

    /// <summary>Waits until a thread blocks, and fails if it ends instead.</summary>
    public static void WaitUntilBlocked(this Thread thread)
    {
        HangGuard.SpinUntil(
            () => !thread.IsAlive || (thread.ThreadState & ThreadState.WaitSleepJoin) != 0,
            "The thread has neither begun to wait nor ended."
        );
        Assert.True(thread.IsAlive, "The thread has ended instead of waiting.");
    }
}
