using System.Runtime.CompilerServices;

namespace Sluice.Benchmarks.Loops;

/// <summary>The methods that every contender of the synchronous loops calls.</summary>
internal static class LoopStages
{
    /// <summary>The number of rounds of each run.</summary>
    public const int Rounds = 7;

    // Never inlined, so that no contender benefits from optimizations across the call.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long Scale(int value) => value * 3L;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Halve(long value) => value / 2.0;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Loop<int, double> Decide(int value, double half) =>
        value % Rounds == Rounds - 1 ? Loop.Done(half) : Loop.Again(value + 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ScaleInline(int value) => value * 3L;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double HalveInline(long value) => value / 2.0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Loop<int, double> DecideInline(int value, double half) =>
        value % Rounds == Rounds - 1 ? Loop.Done(half) : Loop.Again(value + 1);
}
