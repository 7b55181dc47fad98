namespace Sluice.Benchmarks.Telemetry;

/// <summary>The chain of synchronous stages, traced by hand.</summary>
public sealed class HandTracedSum : SumStages
{
    private readonly HandTraced _traced = new(nameof(HandTracedSum), nameof(Run));

    public int Run(int input) =>
        _traced.Run(() =>
        {
            var a = _traced.Stage(nameof(A), () => A(input));
            var b = _traced.Stage(nameof(B), () => B(a));
            return _traced.Stage(nameof(C), () => C(b));
        });
}
