using System.Runtime.CompilerServices;

namespace Sluice.Benchmarks.Telemetry;

/// <summary>Three synchronous stages, one after the other: the methods that every contender calls.</summary>
public abstract class SumStages
{
    [Stage, MethodImpl(MethodImplOptions.NoInlining)]
    protected static int A(int input) => input + 1;

    [Stage, MethodImpl(MethodImplOptions.NoInlining)]
    protected static int B(int a) => a + 1;

    [Stage, MethodImpl(MethodImplOptions.NoInlining)]
    protected static int C(int b) => b + 1;
}
