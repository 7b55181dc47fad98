using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Sluice.Compiler.Parse;

namespace Sluice.Compiler.Tests.Parse;

/// <summary>Compiles source in memory and parses a pipeline from it.</summary>
internal static class Source
{
    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Sluice;
        """;

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    // Compilations that derive from this one reuse its resolved references.
    private static readonly CSharpCompilation EmptyCompilation = CSharpCompilation.Create(
        "Test",
        [Tree(GlobalUsings)],
        References,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            allowUnsafe: true,
            nullableContextOptions: NullableContextOptions.Enable
        )
    );

    /// <summary>Compiles the source without checking it for errors.</summary>
    public static CSharpCompilation Compile(string source, params MetadataReference[] further) =>
        EmptyCompilation.AddReferences(further).AddSyntaxTrees(Tree(source));

    /// <summary>Compiles the source to metadata, as a referenced project.</summary>
    public static MetadataReference Library(string source)
    {
        using var stream = new MemoryStream();
        var result = Compile(source).WithAssemblyName("Library").Emit(stream);
        Assert.True(result.Success, string.Join(Environment.NewLine, result.Diagnostics));
        return MetadataReference.CreateFromImage(stream.ToArray());
    }

    /// <summary>Parses the first type that has <c>[Pipeline]</c>.</summary>
    public static ParsedPipeline Parse(string source, params MetadataReference[] further) =>
        Parse(Compile(source, further));

    /// <summary>Parses the first type that has <c>[Pipeline]</c>.</summary>
    public static ParsedPipeline Parse(Compilation compilation) =>
        PipelineParser.Parse(Pipelines(compilation).First(), compilation, CancellationToken.None);

    /// <summary>Parses the pipeline with the given name.</summary>
    public static ParsedPipeline Parse(Compilation compilation, string name) =>
        PipelineParser.Parse(
            Pipelines(compilation).Single(type => type.Name == name),
            compilation,
            CancellationToken.None
        );

    /// <summary>The types that have <c>[Pipeline]</c>.</summary>
    public static IEnumerable<INamedTypeSymbol> Pipelines(Compilation compilation) =>
        Types(compilation.Assembly.GlobalNamespace).Where(type => type.Has(AttributeExtensions.Pipeline));

    /// <summary>Parses one syntax tree.</summary>
    public static SyntaxTree Tree(string source) =>
        CSharpSyntaxTree.ParseText(
            source,
            new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.None),
            cancellationToken: CancellationToken.None
        );

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container) =>
        container
            .GetMembers()
            .OfType<INamespaceOrTypeSymbol>()
            .SelectMany(member =>
                member is INamedTypeSymbol type ? Types(type).Prepend(type) : Types((INamespaceSymbol)member)
            );
}
