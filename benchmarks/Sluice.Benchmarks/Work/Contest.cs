using System.Diagnostics;
using System.Globalization;

namespace Sluice.Benchmarks.Work;

/// <summary>
/// Runs contenders in turn in one process, so that other load on the machine affects all of them alike. The ratio is
/// computed for each round; the median is the number to quote.
/// </summary>
internal static class Contest
{
    private const int Rounds = 400;

    /// <summary>Prints the time of each contender relative to the first.</summary>
    /// <param name="output">The writer that receives the result.</param>
    /// <param name="graph">The name of the graph.</param>
    /// <param name="contenders">
    /// The contenders. Each call makes <see cref="Comparison.Runs"/> runs of the graph.
    /// </param>
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

                // The rounds before round 0 are the warm-up.
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
