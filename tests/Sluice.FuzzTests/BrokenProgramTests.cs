using System.Globalization;
using Sluice.FuzzTests.Checks;
using Sluice.FuzzTests.Programs;
using Sluice.FuzzTests.Runs;

namespace Sluice.FuzzTests;

/// <summary>Runs the compiler on randomly broken programs.</summary>
public sealed class BrokenProgramTests
{
    // The command line can make longer runs.
    private const int Variants = 600;

    [Fact]
    public async Task Whatever_is_broken_the_compiler_answers_with_errors_of_its_own()
    {
        var options = new FuzzOptions((int)Number("SLUICE_FUZZ_VARIANTS", Variants), Number("SLUICE_FUZZ_SEED", 1));

        var report = await new FuzzRun(options, CompilerUnderTest.Own, TextWriter.Null).RunAsync(ProgramCatalog.All());

        Assert.False(report.Serious.Any(), report.ToString());
        Assert.InRange(report.Variants, options.Variants, int.MaxValue);
    }

    private static ulong Number(string variable, ulong usual) =>
        ulong.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number)
            ? number
            : usual;
}
