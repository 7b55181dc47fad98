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

    /// <summary>What a stage has taken so far, or <see langword="null"/> if it has not run.</summary>
    public StageTiming? Find(string stage) => timings.GetValueOrDefault(stage);

    private void Add(string stage, TimeSpan duration) =>
        timings.AddOrUpdate(
            stage,
            static (_, duration) => new StageTiming(1, duration),
            static (_, sum, duration) => new StageTiming(sum.Runs + 1, sum.Total + duration),
            duration
        );

    /// <summary>A measurement under way.</summary>
    public readonly struct Measurement(StageTimings timings, string stage, long start) : IDisposable
    {
        /// <summary>Ends the measurement.</summary>
        public void Dispose() => timings.Add(stage, Stopwatch.GetElapsedTime(start));
    }
}
