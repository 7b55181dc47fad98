using Sluice.FuzzTests.Programs;

namespace Sluice.FuzzTests.Runs;

/// <summary>The size of a run and the seed that everything in it follows from.</summary>
/// <param name="Variants">The number of variants, at least.</param>
/// <param name="Seed">The seed.</param>
internal sealed record FuzzOptions(int Variants, ulong Seed)
{
    /// <summary>The variants of most programs that follow one another.</summary>
    public int VariantsPerProgram { get; init; } = 40;

    /// <summary>The length of a text from which on it has a tenth of the variants: it takes more than ten times as long as most.</summary>
    public int LongText { get; init; } = 50_000;

    /// <summary>The share of the variants with all checks (<see cref="Checks.VariantChecker.CheckAsync"/>).</summary>
    public int ThoroughPercent { get; init; } = 15;

    /// <summary>The number of failures whose texts are made as small as they can be. It takes longer than to find them.</summary>
    public int Shrunk { get; init; } = 5;

    /// <summary>The one program to vary, or null for as many as it takes.</summary>
    public string? Program { get; init; }

    /// <summary>
    /// The processor time after which a variant counts as one on which the compiler hangs: far more than any takes. If none is used, it is
    /// twenty times as long.
    /// </summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>The number of variants of a program that follow one another.</summary>
    public int VariantsOf(FuzzProgram program) =>
        program.Text.Length < LongText ? VariantsPerProgram : Math.Max(1, VariantsPerProgram / 10);
}
