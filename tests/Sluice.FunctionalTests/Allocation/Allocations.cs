namespace Sluice.FunctionalTests.Allocation;

/// <summary>Counts the bytes that code takes once it is warm.</summary>
internal static class Allocations
{
    public const int Runs = 10_000;

    /// <summary>Enough for pools to fill, statics to be made and methods to be compiled anew.</summary>
    private const int WarmUps = 5_000;

    /// <summary>All bytes that <see cref="Runs"/> runs take on this thread. The runs must stay on it.</summary>
    public static long OnThisThread(Action run)
    {
        Repeat(run, WarmUps);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Repeat(run, Runs);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>
    /// The bytes that a run takes on all threads, as an average that is rounded down: less than a byte for a run is no allocation
    /// of the run's, the smallest of which is 24 bytes, but the thread pool's or the test runner's own business.
    /// </summary>
    public static long PerRunOnAllThreads(Action run)
    {
        Repeat(run, WarmUps);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        Repeat(run, Runs);
        return (GC.GetTotalAllocatedBytes(precise: true) - before) / Runs;
    }

    private static void Repeat(Action run, int times)
    {
        for (; times > 0; times--)
        {
            run();
        }
    }
}
