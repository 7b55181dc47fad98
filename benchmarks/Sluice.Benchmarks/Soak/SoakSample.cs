namespace Sluice.Benchmarks.Soak;

/// <summary>The measurements at one time.</summary>
/// <param name="Elapsed">The time since the start.</param>
/// <param name="Runs">The number of runs that had ended.</param>
/// <param name="Failed">The number of ended runs that had failed or were cancelled.</param>
/// <param name="HeapBytes">The size of the heap after a full collection, including the runs under way.</param>
/// <param name="WorkingSetBytes">The working set of the process.</param>
/// <param name="Timers">The number of active system timers.</param>
internal sealed record SoakSample(
    TimeSpan Elapsed,
    long Runs,
    long Failed,
    long HeapBytes,
    long WorkingSetBytes,
    long Timers
);
