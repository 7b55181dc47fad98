using System.Diagnostics;
using System.Globalization;

namespace Sluice.Benchmarks.InFlight;

/// <summary>Starts 100,000 runs and then ends all of them, repeatedly, as a server under load does.</summary>
internal static class RunsInFlight
{
    private const int Runs = 100_000;
    private const int Rounds = 20;

    public static void Compare(TextWriter output)
    {
        var pipeline = new InFlightPipeline();
        Measure(output, "Sluice", pipeline.RunAsync);
        Measure(output, "async method, pooled builder", InFlightAwait.RunPooledAsync);
        Measure(output, "async method", InFlightAwait.RunAsync);
        ShowPool(output);
    }

    private static void Measure(TextWriter output, string name, Func<PendingStage, ValueTask<long>> run)
    {
        var stages = Enumerable.Range(0, Runs).Select(_ => new PendingStage()).ToArray();
        var tasks = new ValueTask<long>[Runs];
        for (var round = 0; round < 5; round++)
        {
            Round(run, stages, tasks);
        }

        var fastest = TimeSpan.MaxValue;
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        for (var round = 0; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            Round(run, stages, tasks);
            var elapsed = Stopwatch.GetElapsedTime(start);
            fastest = elapsed < fastest ? elapsed : fastest;
        }

        bytes = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name, -30} {fastest.TotalNanoseconds / Runs, 8:F1} ns/run {bytes / (double)Runs / Rounds, 8:F1} B/run"
            )
        );
    }

    private static void Round(Func<PendingStage, ValueTask<long>> run, PendingStage[] stages, ValueTask<long>[] tasks)
    {
        for (var index = 0; index < stages.Length; index++)
        {
            tasks[index] = run(stages[index]);
        }

        for (var index = 0; index < stages.Length; index++)
        {
            stages[index].End(index);
        }

        for (var index = 0; index < tasks.Length; index++)
        {
            if (!tasks[index].IsCompleted || tasks[index].Result != index)
            {
                throw new InvalidOperationException("A run gave another run's result.");
            }
        }
    }

    /// <summary>
    /// Shows the size of the pool: all run objects under load, and fewer with each collection after the load has ended.
    /// </summary>
    private static void ShowPool(TextWriter output)
    {
        for (var collection = 0; collection <= 3; collection++)
        {
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"heap after {collection} full collections without load: {GC.GetTotalMemory(forceFullCollection: false) / 1024, 8:N0} KiB"
                )
            );
            GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }
    }
}
