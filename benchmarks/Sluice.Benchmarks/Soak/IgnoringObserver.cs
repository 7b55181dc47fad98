namespace Sluice.Benchmarks.Soak;

/// <summary>An observer that ignores all events.</summary>
internal readonly struct IgnoringObserver : IRunObserver
{
    public void Observe(in RunEvent runEvent) { }
}
