using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Sluice.Analyzers;
using Sluice.FuzzTests.Programs;
using Sluice.Generators;

namespace Sluice.FuzzTests.Checks;

/// <summary>A generator and an analyzer: those of this repository, or wrong ones, on which the checks themselves are tested.</summary>
internal sealed record CompilerUnderTest(IIncrementalGenerator Generator, DiagnosticAnalyzer Analyzer)
{
    /// <summary>Those of this repository.</summary>
    public static CompilerUnderTest Own { get; } = new(new PipelineGenerator(), new PipelineAnalyzer());

    /// <summary>A driver that has compiled nothing yet.</summary>
    public GeneratorDriver CreateDriver() =>
        CSharpGeneratorDriver.Create([Generator.AsSourceGenerator()], parseOptions: ProgramCompilation.ParseOptions, optionsProvider: AnalyzersAreOn.Instance);
}
