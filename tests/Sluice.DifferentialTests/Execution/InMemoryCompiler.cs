using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Sluice.Analyzers;
using Sluice.Generators;

namespace Sluice.DifferentialTests.Execution;

/// <summary>Compiles pipelines as a build does, with the generator.</summary>
internal static class InMemoryCompiler
{
    /// <summary>The oldest language that emitted code has to compile with.</summary>
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp12);

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        nullableContextOptions: NullableContextOptions.Enable
    );

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Compiles and loads.</summary>
    public static Assembly Load(string text)
    {
        CSharpGeneratorDriver
            .Create([new PipelineGenerator().AsSourceGenerator()], parseOptions: ParseOptions)
            .RunGeneratorsAndUpdateCompilation(Compilation(text), out var updated, out var diagnostics);
        using var image = new MemoryStream();
        var result = updated.Emit(image);
        // Warnings count: what is emitted has none, and neither have the pipelines.
        var complaints = diagnostics
            .Concat(result.Diagnostics)
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Take(10)
            .Select(diagnostic => diagnostic.ToString())
            .ToArray();
        if (complaints.Length > 0)
        {
            throw new CompilationFailedException(string.Join(Environment.NewLine, complaints));
        }

        image.Position = 0;
        // Each has a context of its own, since their assemblies have one name.
        return new AssemblyLoadContext("batch").LoadFromStream(image);
    }

    /// <summary>Gives what the analyzer says.</summary>
    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(string text)
    {
        var analysis = new CompilationWithAnalyzers(
            Compilation(text),
            [new PipelineAnalyzer()],
            new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([]),
                onAnalyzerException: null,
                concurrentAnalysis: false,
                logAnalyzerExecutionTime: false
            )
        );
        return await analysis.GetAnalyzerDiagnosticsAsync().ConfigureAwait(false);
    }

    private static CSharpCompilation Compilation(string text) =>
        CSharpCompilation.Create(
            "Batch",
            [CSharpSyntaxTree.ParseText(SourceText.From(text, System.Text.Encoding.UTF8), ParseOptions)],
            References,
            Options
        );
}
