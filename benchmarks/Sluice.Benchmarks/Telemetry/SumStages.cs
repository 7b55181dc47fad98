using System.Runtime.CompilerServices;

namespace Sluice.Benchmarks.Telemetry;

/// <summary>The methods that every contender calls: three synchronous stages, one after another.</summary>
public abstract class SumStages
{
    [Stage, MethodImpl(MethodImplOptions.NoInlining)]
    protected static int A(int input) => input + 1;

    [Stage, MethodImpl(MethodImplOptions.NoInlining)]
    protected static int B(int a) => a + 1;

    [Stage, MethodImpl(MethodImplOptions.NoInlining)]
    protected static int C(int b) => b + 1;
}
