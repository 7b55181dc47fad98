namespace Sluice.Benchmarks.Soak;

/// <summary>What there was at one moment.</summary>
/// <param name="Elapsed">Since the beginning.</param>
/// <param name="Runs">How many runs had ended.</param>
/// <param name="Failed">How many of them had failed or were cancelled.</param>
/// <param name="HeapBytes">What was left after a full collection, of the runs under way too.</param>
/// <param name="WorkingSetBytes">What the process had of the machine's memory.</param>
/// <param name="Timers">How many timers of the system were armed.</param>
internal sealed record SoakSample(
    TimeSpan Elapsed,
    long Runs,
    long Failed,
    long HeapBytes,
    long WorkingSetBytes,
    long Timers
);
