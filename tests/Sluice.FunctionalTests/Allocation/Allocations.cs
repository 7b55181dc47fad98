namespace Sluice.FunctionalTests.Allocation;

/// <summary>Counts the bytes that code allocates after a warm-up.</summary>
internal static class Allocations
{
    public const int Runs = 10_000;

    /// <summary>Enough runs to fill pools, initialize statics and recompile methods with optimization.</summary>
    private const int WarmUps = 5_000;

    private const int Attempts = 5;

    /// <summary>The bytes that <see cref="Runs"/> runs allocate on this thread. The runs must stay on the thread.</summary>
    public static long OnThisThread(Action run)
    {
        Repeat(run, WarmUps);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Repeat(run, Runs);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>
    /// The bytes that a run allocates on all threads. The result is an average, rounded down, because the smallest object of a run
    /// would have 24 bytes. It is the minimum of several attempts, because the thread pool may start a thread during any of them,
    /// while the allocations of a run occur in all of them.
    /// </summary>
    public static long PerRunOnAllThreads(Action run)
    {
        Repeat(run, WarmUps);
        var least = long.MaxValue;
        for (var attempt = 0; attempt < Attempts && least > 0; attempt++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            Repeat(run, Runs);
            least = Math.Min(least, (GC.GetTotalAllocatedBytes(precise: true) - before) / Runs);
        }

        return least;
    }

    private static void Repeat(Action run, int times)
    {
        for (; times > 0; times--)
        {
            run();
        }
    }
}
