using System.Diagnostics;
using System.Globalization;

namespace Sluice.Benchmarks.Work;

/// <summary>
/// Lets contenders run in turn in one process, so that whatever else the machine does hits all of them alike. The ratio is taken
/// round by round; its median is what to quote.
/// </summary>
internal static class Contest
{
    private const int Rounds = 400;

    /// <summary>Prints how many times the time of the first contender each of the others takes.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="graph">What they run.</param>
    /// <param name="contenders">Each runs the graph some thousand times.</param>
    public static async Task RunAsync(
        TextWriter output,
        string graph,
        params (string Name, Func<Task<int>> Run, int Repetitions)[] contenders
    )
    {
        var times = contenders.Select(_ => new double[Rounds]).ToArray();
        for (var round = -Rounds; round < Rounds; round++)
        {
            for (var contender = 0; contender < contenders.Length; contender++)
            {
                var (_, run, repetitions) = contenders[contender];
                var start = Stopwatch.GetTimestamp();
                for (var repetition = 0; repetition < repetitions; repetition++)
                {
                    await run();
                }

                // The rounds before the first one warm up.
                if (round >= 0)
                {
                    times[contender][round] =
                        Stopwatch.GetElapsedTime(start).TotalNanoseconds / repetitions / Comparison.Runs;
                }
            }
        }

        for (var contender = 0; contender < contenders.Length; contender++)
        {
            var ratios = times[contender].Zip(times[0], (time, first) => time / first).Order().ToArray();
            await output.WriteLineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{graph, -22} {contenders[contender].Name, -16} {Median(times[contender]), 9:F1} ns   {ratios[Rounds / 2], 7:F2} x"
                )
            );
        }
    }

    private static double Median(IEnumerable<double> times) => times.Order().ElementAt(Rounds / 2);
}
