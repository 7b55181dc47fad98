using System.Globalization;
using Sluice.FuzzTests.Checks;
using Sluice.FuzzTests.Programs;
using Sluice.FuzzTests.Runs;

namespace Sluice.FuzzTests;

/// <summary>The commands of the test project.</summary>
internal static class Program
{
    private const string Usage = "Usage: [--variants <number>] [--seed <number>] [--program <name>] [--shrink <number>]";

    public static async Task<int> Main(string[] arguments)
    {
        var options = new FuzzOptions(20_000, (ulong)Environment.TickCount64);
        foreach (var pair in arguments.Chunk(2))
        {
            if (pair.Length < 2)
            {
                await Console.Error.WriteLineAsync(Usage).ConfigureAwait(false);
                return 2;
            }

            options = pair[0] switch
            {
                "--variants" => options with { Variants = int.Parse(pair[1], CultureInfo.InvariantCulture) },
                "--seed" => options with { Seed = ulong.Parse(pair[1], CultureInfo.InvariantCulture) },
                "--shrink" => options with { Shrunk = int.Parse(pair[1], CultureInfo.InvariantCulture) },
                "--program" => options with { Program = pair[1] },
                _ => throw new ArgumentException(Usage),
            };
        }

        var report = await new FuzzRun(options, CompilerUnderTest.Own).RunAsync(ProgramCatalog.All()).ConfigureAwait(false);
        await Console.Out.WriteLineAsync(report.ToString()).ConfigureAwait(false);
        return report.Serious.Any() ? 1 : 0;
    }
}
