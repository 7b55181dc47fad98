using System.Globalization;
using Sluice.FuzzTests.Checks;

namespace Sluice.FuzzTests.Runs;

/// <summary>The result of a run.</summary>
/// <param name="Options">What was asked for.</param>
/// <param name="Variants">The number of variants checked.</param>
/// <param name="Programs">The number of programs varied.</param>
/// <param name="Partial">The number of texts passed over because they are no whole programs.</param>
/// <param name="Failures">The failures, one for each cause.</param>
internal sealed record FuzzReport(
    FuzzOptions Options,
    int Variants,
    int Programs,
    int Partial,
    IReadOnlyList<Failure> Failures
)
{
    /// <summary>The failures that matter. Errors of C# that stand in emitted code a second time are told, but do not count.</summary>
    public IEnumerable<Failure> Serious => Failures.Where(failure => failure.Finding.Kind != FindingKind.RepeatedError);

    public override string ToString()
    {
        var summary = string.Create(
            CultureInfo.InvariantCulture,
            $"{Variants} variants of {Programs} programs, seed {Options.Seed}, {Partial} texts that are no programs, {Failures.Count} causes of failure"
        );
        return string.Join('\n', Failures.Select(failure => failure.ToString()).Append(summary));
    }
}
