using System.Collections.Concurrent;
using System.Diagnostics;
using Sluice;

namespace DocumentSearch.Pipelines;

/// <summary>
/// Adds up the durations of the stages of a pipeline that runs many times. The stages report to it themselves; for a
/// single run the report suffices.
/// </summary>
internal sealed class StageTimings
{
    private readonly ConcurrentDictionary<string, StageTotal> _totals = new(StringComparer.Ordinal);

    /// <summary>Starts a measurement that ends when the returned value is disposed.</summary>
    public Measurement Measure(StageContext context)
    {
        var start = Stopwatch.GetTimestamp();
        return new(_totals.GetOrAdd(context.StageName, static (_, start) => new StageTotal(start), start), start);
    }

    /// <summary>Returns the timings so far, in the order in which the stages first started.</summary>
    public IReadOnlyList<StageTiming> InOrder() =>
        [
            .. _totals
                .OrderBy(static pair => pair.Value.FirstStart)
                .Select(static pair => new StageTiming(pair.Key, pair.Value.Runs, pair.Value.Total)),
        ];

    /// <summary>Returns the timings of the stages of one run, and the reasons why some did not run.</summary>
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
