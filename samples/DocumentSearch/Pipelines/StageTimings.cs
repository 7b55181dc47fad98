using System.Collections.Concurrent;
using System.Diagnostics;
using Sluice;

namespace DocumentSearch.Pipelines;

/// <summary>Sums up how long the stages of a pipeline take. Stages report to it themselves.</summary>
internal sealed class StageTimings
{
    private readonly ConcurrentDictionary<string, StageTiming> timings = new(StringComparer.Ordinal);

    /// <summary>Measures until what it returns is disposed.</summary>
    public Measurement Measure(StageContext context) => new(this, context.StageName, Stopwatch.GetTimestamp());

    /// <summary>What the stages have taken so far, in the order in which they first started.</summary>
    public IReadOnlyList<(string Stage, StageTiming Timing)> InOrder() =>
        [.. timings.Select(static pair => (pair.Key, pair.Value)).OrderBy(static pair => pair.Value.FirstStart)];

    private void Add(string stage, long start, TimeSpan duration) =>
        timings.AddOrUpdate(
            stage,
            static (_, run) => run,
            static (_, sum, run) =>
                new StageTiming(Math.Min(sum.FirstStart, run.FirstStart), sum.Runs + 1, sum.Total + run.Total),
            new StageTiming(start, Runs: 1, duration)
        );

    /// <summary>A measurement under way.</summary>
    public readonly struct Measurement(StageTimings timings, string stage, long start) : IDisposable
    {
        /// <summary>Ends the measurement.</summary>
        public void Dispose() => timings.Add(stage, start, Stopwatch.GetElapsedTime(start));
    }
}
