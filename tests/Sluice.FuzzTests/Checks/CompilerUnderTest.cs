using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Sluice.Analyzers;
using Sluice.CodeFixes;
using Sluice.FuzzTests.Programs;
using Sluice.Generators;

namespace Sluice.FuzzTests.Checks;

/// <summary>A generator, an analyzer and code fixes: those of this repository, or faulty ones that test the checks.</summary>
internal sealed record CompilerUnderTest(
    IIncrementalGenerator Generator,
    DiagnosticAnalyzer Analyzer,
    ImmutableArray<CodeFixProvider> Fixes
)
{
    /// <summary>The generator, the analyzer and the code fixes of this repository.</summary>
    public static CompilerUnderTest Own { get; } =
        new(
            new PipelineGenerator(),
            new PipelineAnalyzer(),
            [
                .. typeof(PartialFix)
                    .Assembly.GetTypes()
                    .Where(type => !type.IsAbstract && typeof(CodeFixProvider).IsAssignableFrom(type))
                    .OrderBy(type => type.Name, StringComparer.Ordinal)
                    .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!),
            ]
        );

    /// <summary>Creates a driver that has not compiled anything yet.</summary>
    public GeneratorDriver CreateDriver() =>
        CSharpGeneratorDriver.Create(
            [Generator.AsSourceGenerator()],
            parseOptions: ProgramCompilation.ParseOptions,
            optionsProvider: AnalyzersAreOn.Instance
        );
}
