namespace Sluice.FuzzTests.Runs;

/// <summary>The size of a run and the seed that everything in it follows from.</summary>
/// <param name="Variants">The number of variants, at least.</param>
/// <param name="Seed">The seed.</param>
internal sealed record FuzzOptions(int Variants, ulong Seed)
{
    /// <summary>The variants of a program that follow one another.</summary>
    public int VariantsPerProgram { get; init; } = 40;

    /// <summary>The share of the variants for which code fixes are applied.</summary>
    public int FixPercent { get; init; } = 12;

    /// <summary>The number of failures whose texts are made as small as they can be. It takes longer than to find them.</summary>
    public int Shrunk { get; init; } = 5;

    /// <summary>The one program to vary, or null for as many as it takes.</summary>
    public string? Program { get; init; }

    /// <summary>The time after which a variant counts as one on which the compiler hangs: far more than any takes.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(3);
}
