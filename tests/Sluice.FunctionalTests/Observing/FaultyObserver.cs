namespace Sluice.FunctionalTests.Observing;

/// <summary>An observer that throws at the event of its fault.</summary>
internal readonly struct FaultyObserver(Fault fault) : IRunObserver
{
    public void Observe(in RunEvent runEvent) => fault.Take(in runEvent);
}
