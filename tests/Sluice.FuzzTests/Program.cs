using System.Globalization;
using Sluice.FuzzTests.Checks;
using Sluice.FuzzTests.Corpus;
using Sluice.FuzzTests.Programs;
using Sluice.FuzzTests.Runs;

namespace Sluice.FuzzTests;

/// <summary>The commands of the test project: longer fuzzing runs, and the corpus of emitted source.</summary>
internal static class Program
{
    private const string Usage = """
        Usage: fuzz [--variants <number>] [--seed <number>] [--program <name>] [--shrink <number>]
               record <folder> <commit>
               compare <folder>
        """;

    public static async Task<int> Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["fuzz", .. var options] when options.Length % 2 == 0:
                return await FuzzAsync(options).ConfigureAwait(false);
            case ["record", var folder, var commit]:
                var count = await new CorpusRecord(folder, CorpusParts.All()).RecordAsync(commit).ConfigureAwait(false);
                await Console.Out.WriteLineAsync($"{count} files of {commit} are in {folder}.").ConfigureAwait(false);
                return 0;
            case ["compare", var folder]:
                return await CompareAsync(folder).ConfigureAwait(false);
            default:
                await Console.Error.WriteLineAsync(Usage).ConfigureAwait(false);
                return 2;
        }
    }

    private static async Task<int> FuzzAsync(string[] arguments)
    {
        var options = new FuzzOptions(20_000, (ulong)Environment.TickCount64);
        foreach (var pair in arguments.Chunk(2))
        {
            options = pair[0] switch
            {
                "--variants" => options with { Variants = int.Parse(pair[1], CultureInfo.InvariantCulture) },
                "--seed" => options with { Seed = ulong.Parse(pair[1], CultureInfo.InvariantCulture) },
                "--shrink" => options with { Shrunk = int.Parse(pair[1], CultureInfo.InvariantCulture) },
                "--program" => options with { Program = pair[1] },
                _ => throw new ArgumentException(Usage),
            };
        }

        var run = new FuzzRun(options, CompilerUnderTest.Own, Console.Error);
        var report = await run.RunAsync(ProgramCatalog.All()).ConfigureAwait(false);
        await Console.Out.WriteLineAsync(report.ToString()).ConfigureAwait(false);
        return report.Serious.Any() ? 1 : 0;
    }

    private static async Task<int> CompareAsync(string folder)
    {
        var (commit, differences) = await new CorpusRecord(folder, CorpusParts.All())
            .CompareAsync()
            .ConfigureAwait(false);
        foreach (var difference in differences)
        {
            await Console.Out.WriteLineAsync(difference).ConfigureAwait(false);
        }

        await Console
            .Out.WriteLineAsync($"{differences.Count} files differ from those of {commit}.")
            .ConfigureAwait(false);
        return differences.Count == 0 ? 0 : 1;
    }
}
