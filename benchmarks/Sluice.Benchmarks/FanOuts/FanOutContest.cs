using System.Diagnostics;
using System.Globalization;
using DocumentSearch.Analysis;
using DocumentSearch.Documents;
using DocumentSearch.Pipelines;
using Sluice.CompilerServices.Elements;

namespace Sluice.Benchmarks.FanOuts;

/// <summary>
/// Compares a fan-out over 10,000 files with a hand-written
/// <see cref="Parallel.ForEachAsync{TSource}(IEnumerable{TSource}, ParallelOptions, Func{TSource, CancellationToken, ValueTask})"/>,
/// both with as many concurrent files as there are processors. They run in turn in one process, and the order
/// alternates from round to round.
/// </summary>
internal static class FanOutContest
{
    private const int Files = 10_000;
    private const int WarmUps = 3;
    private const int Rounds = 25;

    /// <summary>Compares the contenders at counting words and at the sample's work for each file.</summary>
    public static async Task RunAsync(TextWriter output)
    {
        using var files = new TextFiles(Files);
        foreach (var offload in (bool[])[false, true])
        {
            await CompareAsync(
                output,
                $"words, {(offload ? "offloaded" : "not offloaded")}",
                () => CountWordsAsync(files.Paths, offload),
                () => LoopAsync(files.Paths, WordCount.OfAsync)
            );
        }

        IReadOnlyList<DocumentFile> documents =
        [
            .. files.Paths.Select(path => new DocumentFile(path, Path.GetFileName(path), new FileInfo(path).Length)),
        ];
        var pipeline = new DocumentsPipeline(new DocumentPipeline(new StageTimings()));
        await CompareAsync(
            output,
            "documents, one stage",
            () => pipeline.CountAsync(documents, new Vocabulary()).AsTask(),
            () => LoopOverDocumentsAsync(documents)
        );
        await CompareAsync(
            output,
            "documents, a pipeline each",
            () => pipeline.CountNestedAsync(documents, new Vocabulary()).AsTask(),
            () => LoopOverDocumentsAsync(documents)
        );
    }

    /// <summary>
    /// Prints the speed of the fan-out relative to the loop (the median of the rounds' ratios), and the processor usage
    /// of both.
    /// </summary>
    private static async Task CompareAsync(
        TextWriter output,
        string work,
        Func<Task<int[]>> fanOut,
        Func<Task<int[]>> loop
    )
    {
        var ratios = new List<double>();
        var (fanOutTimes, loopTimes) = (new List<Times>(), new List<Times>());
        for (var round = -WarmUps; round < Rounds; round++)
        {
            var (ofFanOut, ofLoop) = await RoundAsync(fanOut, loop, fanOutFirst: round % 2 == 0);
            if (round >= 0)
            {
                ratios.Add(ofLoop.Elapsed / ofFanOut.Elapsed);
                fanOutTimes.Add(ofFanOut);
                loopTimes.Add(ofLoop);
            }
        }

        ratios.Sort();
        await output.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{work, -27} {ratios[Rounds / 2], 5:F3} x the speed of Parallel.ForEachAsync ({ratios[Rounds / 4]:F3} to {ratios[Rounds * 3 / 4]:F3}); fan-out {Median(fanOutTimes):F0} ms, processors busy {Busy(fanOutTimes):F2}; loop {Median(loopTimes):F0} ms, {Busy(loopTimes):F2}"
            )
        );
    }

    private static async Task<(Times FanOut, Times Loop)> RoundAsync(
        Func<Task<int[]>> fanOut,
        Func<Task<int[]>> loop,
        bool fanOutFirst
    )
    {
        var (first, firstTimes) = await MeasureAsync(fanOutFirst ? fanOut : loop);
        var (second, secondTimes) = await MeasureAsync(fanOutFirst ? loop : fanOut);
        if (!first.AsSpan().SequenceEqual(second))
        {
            throw new InvalidOperationException("The contenders disagree.");
        }

        return fanOutFirst ? (firstTimes, secondTimes) : (secondTimes, firstTimes);
    }

    private static async Task<(int[] Counts, Times Times)> MeasureAsync(Func<Task<int[]>> run)
    {
        var processor = Environment.CpuUsage.TotalTime;
        var start = Stopwatch.GetTimestamp();
        var counts = await run();
        return (counts, new Times(Stopwatch.GetElapsedTime(start), Environment.CpuUsage.TotalTime - processor));
    }

    private static double Median(List<Times> times) =>
        times.Select(static time => time.Elapsed.TotalMilliseconds).Order().ElementAt(Rounds / 2);

    private static double Busy(List<Times> times) =>
        times.Sum(static time => time.Processor.TotalSeconds) / times.Sum(static time => time.Elapsed.TotalSeconds);

    private static Task<int[]> CountWordsAsync(string[] paths, bool offload) =>
        FanOut
            .RunAsync<WordCountStage, ValuesOfValues<int>, string, int, int>(
                default,
                paths,
                Environment.ProcessorCount,
                offload,
                resultsMayKeepToken: false,
                default
            )
            .AsTask();

    private static Task<int[]> LoopOverDocumentsAsync(IReadOnlyList<DocumentFile> documents)
    {
        var vocabulary = new Vocabulary();
        return LoopAsync(documents, (file, token) => DocumentWork.CountTermsAsync(file, vocabulary, token));
    }

    private static async Task<int[]> LoopAsync<T>(
        IReadOnlyList<T> files,
        Func<T, CancellationToken, ValueTask<int>> count
    )
    {
        var counts = new int[files.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, files.Count),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            async (index, token) => counts[index] = await count(files[index], token)
        );
        return counts;
    }

    private readonly record struct Times(TimeSpan Elapsed, TimeSpan Processor);
}
