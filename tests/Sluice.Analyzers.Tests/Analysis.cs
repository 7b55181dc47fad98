using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Sluice.Analyzers.Tests;

/// <summary>Compiles source in memory and runs the analyzer on it.</summary>
internal static class Analysis
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    // A compilation that derives from this one reuses its resolved references, which hundreds of tests need.
    private static readonly CSharpCompilation EmptyCompilation = Empty();

    /// <summary>Opens the source in a workspace, in a project with the settings of <see cref="Compile"/>.</summary>
    public static Document Open(AdhocWorkspace workspace, string source)
    {
        var project = workspace
            .AddProject("Test", LanguageNames.CSharp)
            .WithMetadataReferences(References)
            .WithCompilationOptions(EmptyCompilation.Options)
            .WithParseOptions(new CSharpParseOptions(LanguageVersion.Preview));
        return project.AddDocument("Usings.cs", ImplicitUsings).Project.AddDocument("Test.cs", source);
    }

    /// <summary>Compiles the source without checking it for errors.</summary>
    public static CSharpCompilation Compile(string source, params MetadataReference[] further)
    {
        var compilation = EmptyCompilation.AddSyntaxTrees(Tree(source, "Test.cs"));
        return further.Length == 0 ? compilation : compilation.AddReferences(further);
    }

    /// <summary>Compiles the source to metadata, as a referenced project.</summary>
    public static MetadataReference Library(string source)
    {
        using var stream = new MemoryStream();
        var result = Compile(source).WithAssemblyName("Library").Emit(stream);
        Assert.True(result.Success, string.Join(Environment.NewLine, result.Diagnostics));
        return MetadataReference.CreateFromImage(stream.ToArray());
    }

    /// <summary>
    /// Runs the analyzer and returns its diagnostics in order of location, including the diagnostic for an exception in the analyzer.
    /// The analysis runs in an unusual culture, so every test also proves that messages do not depend on the culture. The project is
    /// analyzed for trimming, ahead-of-time compilation and single files.
    /// </summary>
    public static Task<IReadOnlyList<Diagnostic>> RunAsync(Compilation compilation) =>
        RunAsync(compilation, "EnableTrimAnalyzer", "EnableAotAnalyzer", "EnableSingleFileAnalyzer");

    /// <summary>Runs the analyzer on a project in which only the given properties are true.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> RunAsync(Compilation compilation, params string[] properties)
    {
        using var culture = HostileCulture.Enter();
        var found = await compilation
            .WithAnalyzers([new PipelineAnalyzer()], new AnalyzerOptions([], new ProjectProperties(properties)))
            .GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        return
        [
            .. found
                .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
                .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>
    /// Asserts that the C# compiler reports no errors except for the missing bodies of entry points, which the generator writes, and
    /// for a class that is not partial, which the analyzer reports too.
    /// </summary>
    public static void AssertCompiles(Compilation compilation) =>
        Assert.DoesNotContain(
            compilation.GetDiagnostics(CancellationToken.None),
            diagnostic =>
                diagnostic.Severity == DiagnosticSeverity.Error
                && diagnostic.Id is not ("CS8795" or "CS0751" or "CS0759")
        );

    public static SyntaxTree Tree(string source, string path) =>
        CSharpSyntaxTree.ParseText(
            source,
            new CSharpParseOptions(LanguageVersion.Preview),
            path,
            cancellationToken: CancellationToken.None
        );

    private static CSharpCompilation Empty()
    {
        var compilation = CSharpCompilation.Create(
            "Test",
            [Tree(ImplicitUsings, "Usings.cs")],
            References,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable
            )
        );
        Assert.Empty(
            compilation
                .GetDiagnostics(CancellationToken.None)
                .Where(found => found.Severity != DiagnosticSeverity.Hidden)
        );
        return compilation;
    }
}
