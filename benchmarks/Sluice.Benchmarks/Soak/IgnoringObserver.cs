namespace Sluice.Benchmarks.Soak;

/// <summary>Is told of everything and keeps nothing.</summary>
internal readonly struct IgnoringObserver : IRunObserver
{
    public void Observe(in RunEvent runEvent) { }
}
