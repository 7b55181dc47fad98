using System.Diagnostics;

namespace DocumentSearch.Pipelines;

/// <summary>Sums up the runs of one stage. Many threads add to it at once, so it takes no lock.</summary>
/// <param name="firstStart">When the stage first started, as <see cref="Stopwatch.GetTimestamp"/> has it.</param>
internal sealed class StageTotal(long firstStart)
{
    private int runs;
    private long ticks;

    /// <summary>When the stage first started.</summary>
    public long FirstStart => firstStart;

    /// <summary>How often it ran.</summary>
    public int Runs => Volatile.Read(ref runs);

    /// <summary>How long all its runs took together.</summary>
    public TimeSpan Total => Stopwatch.GetElapsedTime(0, Volatile.Read(ref ticks));

    /// <summary>Adds a run that ends now.</summary>
    public void Add(long start)
    {
        Interlocked.Increment(ref runs);
        Interlocked.Add(ref ticks, Stopwatch.GetTimestamp() - start);
    }
}
