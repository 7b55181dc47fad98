using System.Collections.Concurrent;
using System.Diagnostics;
using Sluice;

namespace DocumentSearch.Pipelines;

/// <summary>
/// Sums up how long the stages of a pipeline take that runs many times. Its stages report to it themselves; of a single run the
/// report tells.
/// </summary>
internal sealed class StageTimings
{
    private readonly ConcurrentDictionary<string, StageTotal> totals = new(StringComparer.Ordinal);

    /// <summary>Measures until what it returns is disposed.</summary>
    public Measurement Measure(StageContext context)
    {
        var start = Stopwatch.GetTimestamp();
        return new(totals.GetOrAdd(context.StageName, static (_, start) => new StageTotal(start), start), start);
    }

    /// <summary>What the stages have taken so far, in the order in which they first started.</summary>
    public IReadOnlyList<StageTiming> InOrder() =>
        [
            .. totals
                .OrderBy(static pair => pair.Value.FirstStart)
                .Select(static pair => new StageTiming(pair.Key, pair.Value.Runs, pair.Value.Total)),
        ];

    /// <summary>What the stages of one run took, and why some did not run.</summary>
    public static IReadOnlyList<StageTiming> Of(RunReport report) =>
        [
            .. report.Stages.Select(static stage => new StageTiming(
                stage.Name,
                stage.Attempts,
                stage.Duration ?? TimeSpan.Zero,
                stage.Status == StageStatus.Completed ? null : $"{stage.Status}: {stage.Reason}"
            )),
        ];

    /// <summary>A measurement under way.</summary>
    public readonly struct Measurement(StageTotal total, long start) : IDisposable
    {
        /// <summary>Ends the measurement.</summary>
        public void Dispose() => total.Add(start);
    }
}
