namespace Sluice.Tests.Shared.Runs;

/// <summary>Passes every event to its recorder.</summary>
internal readonly struct RecordingObserver(RecordedEvents events) : IRunObserver
{
    public void Observe(in RunEvent runEvent) => events.Add(in runEvent);
}
