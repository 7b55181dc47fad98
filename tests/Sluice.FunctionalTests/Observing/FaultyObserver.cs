namespace Sluice.FunctionalTests.Observing;

/// <summary>Throws where it is told to.</summary>
internal readonly struct FaultyObserver(Fault fault) : IRunObserver
{
    public void Observe(in RunEvent runEvent) => fault.Take(in runEvent);
}
