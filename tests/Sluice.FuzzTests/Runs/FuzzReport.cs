using System.Globalization;
using Sluice.FuzzTests.Checks;

namespace Sluice.FuzzTests.Runs;

/// <summary>The result of a run.</summary>
/// <param name="Options">The options of the run.</param>
/// <param name="Variants">The number of checked variants.</param>
/// <param name="Programs">The number of varied programs.</param>
/// <param name="Partial">The number of texts that were left out because they are not whole programs.</param>
/// <param name="Failures">The failures, one for each cause.</param>
internal sealed record FuzzReport(
    FuzzOptions Options,
    int Variants,
    int Programs,
    int Partial,
    IReadOnlyList<Failure> Failures
)
{
    /// <summary>
    /// The failures that count. Errors of the user's C# that appear again in emitted code are reported but do not count, nor do
    /// exceptions of the C# compiler that have nothing to do with emitted code.
    /// </summary>
    public IEnumerable<Failure> Serious =>
        Failures.Where(failure =>
            failure.Finding.Kind is not (FindingKind.RepeatedError or FindingKind.LanguageCompilerThrows)
        );

    public override string ToString()
    {
        var summary = string.Create(
            CultureInfo.InvariantCulture,
            $"{Variants} variants of {Programs} programs, seed {Options.Seed}, {Partial} texts that are no programs, {Failures.Count} causes of failure"
        );
        return string.Join('\n', Failures.Select(failure => failure.ToString()).Append(summary));
    }
}
