namespace DocumentSearch.Pipelines;

/// <summary>What a stage took.</summary>
/// <param name="FirstStart">When it first started, as <see cref="System.Diagnostics.Stopwatch.GetTimestamp"/> has it.</param>
/// <param name="Runs">How often it ran.</param>
/// <param name="Total">How long all its runs took together; runs may have overlapped.</param>
internal sealed record StageTiming(long FirstStart, int Runs, TimeSpan Total);
