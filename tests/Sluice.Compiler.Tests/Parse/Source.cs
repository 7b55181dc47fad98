using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Sluice.Compiler.Parse;

namespace Sluice.Compiler.Tests.Parse;

/// <summary>Compiles source in memory and parses a pipeline of it.</summary>
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

    private static readonly MetadataReference[] _references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    // Compilations that are made of this one share what they know of its references.
    private static readonly CSharpCompilation _empty = CSharpCompilation.Create(
        "Test",
        [Tree(GlobalUsings)],
        _references,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            allowUnsafe: true,
            nullableContextOptions: NullableContextOptions.Enable
        )
    );

    /// <summary>Compiles the source without asking whether it is right.</summary>
    public static CSharpCompilation Compile(string source, params MetadataReference[] further) =>
        _empty.AddReferences(further).AddSyntaxTrees(Tree(source));

    /// <summary>Compiles the source to metadata, as a project that another one references.</summary>
    public static MetadataReference Library(string source)
    {
        using var stream = new MemoryStream();
        var result = Compile(source).WithAssemblyName("Library").Emit(stream);
        Assert.True(result.Success, string.Join(Environment.NewLine, result.Diagnostics));
        return MetadataReference.CreateFromImage(stream.ToArray());
    }

    /// <summary>Parses the first type that <c>[Pipeline]</c> stands on.</summary>
    public static ParsedPipeline Parse(string source, params MetadataReference[] further) =>
        Parse(Compile(source, further));

    /// <summary>Parses the first type that <c>[Pipeline]</c> stands on.</summary>
    public static ParsedPipeline Parse(Compilation compilation) =>
        PipelineParser.Parse(Pipelines(compilation).First(), compilation, CancellationToken.None);

    /// <summary>Parses the pipeline of that name.</summary>
    public static ParsedPipeline Parse(Compilation compilation, string name) =>
        PipelineParser.Parse(
            Pipelines(compilation).Single(type => type.Name == name),
            compilation,
            CancellationToken.None
        );

    /// <summary>The types that <c>[Pipeline]</c> stands on.</summary>
    public static IEnumerable<INamedTypeSymbol> Pipelines(Compilation compilation) =>
        Types(compilation.Assembly.GlobalNamespace).Where(type => type.Has(AttributeExtensions.Pipeline));

    /// <summary>Parses one tree.</summary>
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
