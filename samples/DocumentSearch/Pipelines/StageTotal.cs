using System.Diagnostics;

namespace DocumentSearch.Pipelines;

/// <summary>Adds up the durations of one stage. Many threads add at the same time, so it uses no lock.</summary>
/// <param name="firstStart">
/// The timestamp of the stage's first start, from <see cref="Stopwatch.GetTimestamp"/>.
/// </param>
internal sealed class StageTotal(long firstStart)
{
    private int _runs;
    private long _ticks;

    /// <summary>The timestamp of the stage's first start.</summary>
    public long FirstStart => firstStart;

    /// <summary>The number of runs.</summary>
    public int Runs => Volatile.Read(ref _runs);

    /// <summary>The total duration of all runs.</summary>
    public TimeSpan Total => Stopwatch.GetElapsedTime(0, Volatile.Read(ref _ticks));

    /// <summary>Adds a run that ends now.</summary>
    public void Add(long start)
    {
        Interlocked.Increment(ref _runs);
        Interlocked.Add(ref _ticks, Stopwatch.GetTimestamp() - start);
    }
}
