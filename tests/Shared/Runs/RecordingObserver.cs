namespace Sluice.Tests.Shared.Runs;

/// <summary>Hands every event to what keeps them.</summary>
internal readonly struct RecordingObserver(RecordedEvents events) : IRunObserver
{
    public void Observe(in RunEvent runEvent) => events.Add(in runEvent);
}
