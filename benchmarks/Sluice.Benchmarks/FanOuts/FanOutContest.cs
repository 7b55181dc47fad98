using System.Diagnostics;
using System.Globalization;
using Sluice.CompilerServices.Elements;

namespace Sluice.Benchmarks.FanOuts;

/// <summary>
/// Counts the words of 10,000 files, as many at once as there are processors: a fan-out against a hand-written
/// <see cref="Parallel.ForEachAsync{TSource}(IEnumerable{TSource}, ParallelOptions, Func{TSource, CancellationToken, ValueTask})"/>.
/// They take turns in one process, and who begins changes from round to round.
/// </summary>
internal static class FanOutContest
{
    private const int Files = 10_000;
    private const int WarmUps = 3;
    private const int Rounds = 25;

    /// <summary>Prints how many times as fast as the loop the fan-out is: the median of the rounds' ratios.</summary>
    public static async Task RunAsync(TextWriter output)
    {
        using var files = new TextFiles(Files);
        foreach (var offload in (bool[])[false, true])
        {
            var ratios = new List<double>();
            for (var round = -WarmUps; round < Rounds; round++)
            {
                var (fanOut, loop) = await RoundAsync(files.Paths, offload, fanOutFirst: round % 2 == 0);
                if (round >= 0)
                {
                    ratios.Add(loop / fanOut);
                }
            }

            ratios.Sort();
            await output.WriteLineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{(offload ? "offloaded fan-out" : "fan-out"), -18} {ratios[Rounds / 2], 5:F3} x the speed of Parallel.ForEachAsync ({ratios[Rounds / 4]:F3} to {ratios[Rounds * 3 / 4]:F3})"
                )
            );
        }
    }

    private static async Task<(double FanOut, double Loop)> RoundAsync(string[] paths, bool offload, bool fanOutFirst)
    {
        var (first, second) = fanOutFirst
            ? (await MeasureAsync(() => FanOutAsync(paths, offload)), await MeasureAsync(() => LoopAsync(paths)))
            : (await MeasureAsync(() => LoopAsync(paths)), await MeasureAsync(() => FanOutAsync(paths, offload)));
        if (!first.Words.AsSpan().SequenceEqual(second.Words))
        {
            throw new InvalidOperationException("The contenders disagree.");
        }

        return fanOutFirst ? (first.Seconds, second.Seconds) : (second.Seconds, first.Seconds);
    }

    private static async Task<(int[] Words, double Seconds)> MeasureAsync(Func<Task<int[]>> run)
    {
        var start = Stopwatch.GetTimestamp();
        var words = await run();
        return (words, Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    private static Task<int[]> FanOutAsync(string[] paths, bool offload) =>
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

    private static async Task<int[]> LoopAsync(string[] paths)
    {
        var words = new int[paths.Length];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, paths.Length),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            async (index, token) => words[index] = await WordCount.OfAsync(paths[index], token)
        );
        return words;
    }
}
