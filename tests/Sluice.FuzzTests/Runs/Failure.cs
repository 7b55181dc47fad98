using Sluice.FuzzTests.Checks;
using Sluice.FuzzTests.Variants;

namespace Sluice.FuzzTests.Runs;

/// <summary>A failure, the first variant that shows it, and the number of variants that do.</summary>
/// <param name="finding">The failure.</param>
/// <param name="program">The name of the program.</param>
/// <param name="step">The number of the variant among those of the program.</param>
/// <param name="variant">The variant.</param>
/// <param name="before">The text that was compiled before.</param>
internal sealed class Failure(Finding finding, string program, int step, Variant variant, string before)
{
    public Finding Finding { get; } = finding;

    /// <summary>The number of variants that show the failure.</summary>
    public int Count { get; set; } = 1;

    /// <summary>The smallest text found that shows the failure.</summary>
    public string Smallest { get; set; } = variant.Text;

    public override string ToString() =>
        $"""
            == {Finding.Kind} ({Finding.Signature}), {Count} times, first in {program}, step {step}: {variant.Description}
            {Finding.Details}
            -- smallest text that shows it:
            {Smallest}
            {(Finding.Kind == FindingKind.IncrementalDiffers ? $"-- after:\n{before}\n" : "")}
            """;
}
