using System.Diagnostics;
using Sluice.Tests.Shared.Faults;

namespace Sluice.Benchmarks.Soak;

/// <summary>
/// Runs pipelines with every policy for minutes at a steady rate, with a fault at one of a hundred points, and shows
/// the memory usage over time.
/// </summary>
internal sealed class SoakRun
{
    private const int Workers = 256;

    // The rate is steady, about 500 runs a second, so that the number of runs under way depends on nothing else.
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(500);

    private readonly FaultyOrders _orders = new();
    private readonly FaultySequence _sequence = new();
    private readonly FaultyLine _line = new();
    private readonly FaultyFeed _feed = new();
    private long _runs;
    private long _failed;
    private int _number;

    /// <summary>Runs the pipelines and writes a line at intervals.</summary>
    /// <param name="output">The writer that receives the lines.</param>
    /// <param name="minutes">The duration of the test.</param>
    public static async Task RunAsync(TextWriter output, double minutes)
    {
        var soak = new SoakRun();
        var samples = new List<SoakSample>();
        var watch = Stopwatch.StartNew();
        var end = TimeSpan.FromMinutes(minutes);
        using var source = new CancellationTokenSource();
        var workers = Enumerable.Range(0, Workers).Select(_ => soak.WorkAsync(source.Token)).ToArray();
        await output.WriteLineAsync("    time       runs     failed    heap, MB   process, MB   timers");
        while (watch.Elapsed < end)
        {
            await Task.Delay(end / 40);
            samples.Add(soak.Sample(watch.Elapsed));
            await WriteAsync(output, samples[^1]);
        }

        await source.CancelAsync();
        await Task.WhenAll(workers);
        await output.WriteLineAsync("all runs have ended:");
        await WriteAsync(output, soak.Sample(watch.Elapsed));

        // The first quarter is the warm-up: pools grow to the needs of the load, and the JIT compiles and optimizes.
        var early = samples.Skip(samples.Count / 4).Take(samples.Count / 4).ToArray();
        var late = samples.Skip(samples.Count * 3 / 4).ToArray();
        await output.WriteLineAsync(
            $"heap, last quarter of the time against the second: {Ratio(early, late, sample => sample.HeapBytes):0.00} x; "
                + $"process: {Ratio(early, late, sample => sample.WorkingSetBytes):0.00} x; "
                + $"timers: {Ratio(early, late, sample => sample.Timers):0.00} x"
        );
    }

    private static double Ratio(SoakSample[] early, SoakSample[] late, Func<SoakSample, long> measure) =>
        Median(late, measure) / Median(early, measure);

    private static double Median(SoakSample[] samples, Func<SoakSample, long> measure) =>
        samples.Select(measure).Order().ElementAt(samples.Length / 2);

    private static Task WriteAsync(TextWriter output, SoakSample sample) =>
        output.WriteLineAsync(
            $"{sample.Elapsed, 8:mm\\:ss} {sample.Runs, 10} {sample.Failed, 10} {Megabytes(sample.HeapBytes), 11:0.00} "
                + $"{Megabytes(sample.WorkingSetBytes), 13:0.0} {sample.Timers, 8}"
        );

    private static double Megabytes(long bytes) => bytes / 1_000_000.0;

    private SoakSample Sample(TimeSpan elapsed)
    {
        // Twice, because objects with finalizers, and objects that a pool keeps until they have been idle for a while,
        // are collected the second time.
        _ = GC.GetTotalMemory(forceFullCollection: true);
        GC.WaitForPendingFinalizers();
        var heap = GC.GetTotalMemory(forceFullCollection: true);
        return new SoakSample(
            elapsed,
            Interlocked.Read(ref _runs),
            Interlocked.Read(ref _failed),
            heap,
            Environment.WorkingSet,
            Timer.ActiveCount
        );
    }

    private async Task WorkAsync(CancellationToken end)
    {
        using var period = new PeriodicTimer(Period);
        while (!end.IsCancellationRequested && await period.WaitForNextTickAsync(CancellationToken.None))
        {
            var number = Interlocked.Increment(ref _number) & 0xFFFFF;
            using var run = new FaultyRun(number, new RareFaults(number), TimeProvider.System);
            try
            {
                await RunOneAsync(number, run);
            }
#pragma warning disable CA1031 // The exception was injected.
            catch (Exception)
#pragma warning restore CA1031
            {
                Interlocked.Increment(ref _failed);
            }

            Interlocked.Increment(ref _runs);
        }
    }

    private async Task RunOneAsync(int number, FaultyRun run)
    {
        var context = new RunContext();
        switch (number % 8)
        {
            case 0:
                _ = _line.Run(run, new IgnoringObserver(), context, run.Token);
                break;
            case 1 or 2:
                _ = await _sequence.RunAsync(run, new IgnoringObserver(), context, run.Token);
                break;
            case 3:
                await foreach (var _ in _feed.StreamAsync(run, new IgnoringObserver(), context, run.Token))
                {
                    // Only reading the stream matters.
                }

                break;
            case 4:
                _ = await _feed.CutAsync(run, new IgnoringObserver(), context, run.Token);
                break;
            case 5:
                _ = await _orders.PlainAsync(run, context, run.Token);
                break;
            default:
                _ = await _orders.RunAsync(run, new IgnoringObserver(), context, run.Token);
                break;
        }
    }
}
