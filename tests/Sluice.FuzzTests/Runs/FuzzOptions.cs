using Sluice.FuzzTests.Programs;

namespace Sluice.FuzzTests.Runs;

/// <summary>The size of a run, and the seed that determines everything in it.</summary>
/// <param name="Variants">The minimum number of variants.</param>
/// <param name="Seed">The seed.</param>
internal sealed record FuzzOptions(int Variants, ulong Seed)
{
    /// <summary>The number of successive variants of most programs.</summary>
    public int VariantsPerProgram { get; init; } = 40;

    /// <summary>
    /// The length from which a text gets only a tenth of the variants, because such a text takes more than ten times as long as most.
    /// </summary>
    public int LongText { get; init; } = 50_000;

    /// <summary>The percentage of the variants with all checks (<see cref="Checks.VariantChecker.CheckAsync"/>).</summary>
    public int ThoroughPercent { get; init; } = 15;

    /// <summary>The number of failures whose texts are shrunk, which takes longer than finding them.</summary>
    public int Shrunk { get; init; } = 5;

    /// <summary>The only program to vary, or null to vary all programs.</summary>
    public string? Program { get; init; }

    /// <summary>
    /// The processor time after which the compiler counts as hanging on a variant, far longer than any variant takes. If no processor
    /// time is used, the limit is twenty times as long.
    /// </summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>The number of successive variants of a program.</summary>
    public int VariantsOf(FuzzProgram program) =>
        program.Text.Length < LongText ? VariantsPerProgram : Math.Max(1, VariantsPerProgram / 10);
}
