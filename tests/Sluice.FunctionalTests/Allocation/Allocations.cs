namespace Sluice.FunctionalTests.Allocation;

/// <summary>Counts the bytes that code takes once it is warm.</summary>
internal static class Allocations
{
    public const int Runs = 10_000;

    /// <summary>Enough for pools to fill, statics to be made and methods to be compiled anew.</summary>
    private const int WarmUps = 5_000;

    private const int Attempts = 5;

    /// <summary>All bytes that <see cref="Runs"/> runs take on this thread. The runs must stay on it.</summary>
    public static long OnThisThread(Action run)
    {
        Repeat(run, WarmUps);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Repeat(run, Runs);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>
    /// The bytes that a run takes on all threads: an average that is rounded down, since the smallest object of a run would be 24
    /// bytes; and the least of some attempts, since the thread pool may start a thread during any of them, while what a run takes it
    /// takes in all of them.
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
