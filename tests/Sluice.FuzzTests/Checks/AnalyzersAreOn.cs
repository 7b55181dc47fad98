using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Sluice.FuzzTests.Checks;

/// <summary>The properties of a project that runs analyzers, so that the analyzers report the errors of pipelines.</summary>
internal sealed class AnalyzersAreOn : AnalyzerConfigOptionsProvider
{
    private AnalyzersAreOn() { }

    public static AnalyzersAreOn Instance { get; } = new();

    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options();

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

    private sealed class Options : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = key == "build_property.SluiceAnalyzersAreOff" ? "" : null;
            return value is not null;
        }
    }
}
