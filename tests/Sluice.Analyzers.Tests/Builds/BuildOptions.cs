using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Sluice.Analyzers.Tests.Builds;

/// <summary>The options that a build passes to generators and analyzers.</summary>
/// <param name="runsAnalyzers">Whether the build runs analyzers.</param>
/// <param name="ofFiles">The options of each file.</param>
internal sealed class BuildOptions(bool runsAnalyzers, ImmutableDictionary<string, string> ofFiles)
    : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } =
        new Options(
            ImmutableDictionary<string, string>.Empty.Add(
                "build_property.SluiceAnalyzersAreOff",
                runsAnalyzers ? "" : "true"
            )
        );

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Options(ofFiles);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Options(ofFiles);

    private sealed class Options(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) =>
            values.TryGetValue(key, out value);
    }
}
