using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Sluice.Generators;

namespace Sluice.Benchmarks.Binding;

/// <summary>A project of pipelines, once with the code that the generator emits, once with hand-written bodies that only throw.</summary>
internal sealed class PipelineProject
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp12, DocumentationMode.None);
    private static readonly ImmutableArray<MetadataReference> References = FindReferences();

    /// <summary>Writes the pipelines, runs the generator on them, and reads all files.</summary>
    /// <param name="shape">The shape of all pipelines.</param>
    /// <param name="pipelines">The number of pipelines.</param>
    public PipelineProject(PipelineShape shape, int pipelines)
    {
        var texts = Enumerable.Range(0, pipelines).Select(seed => PipelineWriter.Write(shape, seed)).ToList();
        SyntaxTree[] declarations =
        [
            Parse(PipelineWriter.SharedDeclarations, "Shared.cs"),
            .. texts.Select((text, index) => Parse(text.Declaration, $"Pipeline{index}.cs")),
        ];
        WithHandWrittenBodies =
        [
            .. declarations,
            .. texts.Select((text, index) => Parse(text.Body, $"Pipeline{index}.Body.cs")),
        ];
        var generated = CSharpGeneratorDriver
            .Create([new PipelineGenerator().AsSourceGenerator()], parseOptions: ParseOptions)
            .RunGenerators(Compile(declarations))
            .GetRunResult()
            .GeneratedTrees;
        WithGeneratedCode = [.. declarations, .. generated.Select(tree => Parse(tree.ToString(), tree.FilePath))];
        LinesPerStage = (double)generated.Sum(tree => tree.GetText().Lines.Count - 1) / (pipelines * shape.Stages);
    }

    /// <summary>The pipelines and the files that the generator emits for them.</summary>
    public IReadOnlyList<SyntaxTree> WithGeneratedCode { get; }

    /// <summary>The pipelines with bodies that only throw.</summary>
    public IReadOnlyList<SyntaxTree> WithHandWrittenBodies { get; }

    /// <summary>The number of emitted lines, divided by the number of stages.</summary>
    public double LinesPerStage { get; }

    /// <summary>Makes a compilation that has bound nothing yet, and that binds on one thread.</summary>
    public static CSharpCompilation Compile(IEnumerable<SyntaxTree> files) =>
        CSharpCompilation.Create(
            "Shop",
            files,
            References,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                concurrentBuild: false
            )
        );

    private static SyntaxTree Parse(string text, string path) =>
        CSharpSyntaxTree.ParseText(text, ParseOptions, path, Encoding.UTF8);

    private static ImmutableArray<MetadataReference> FindReferences()
    {
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return
        [
            .. trusted
                .Split(Path.PathSeparator)
                .Where(path => string.Equals(Path.GetDirectoryName(path), folder, StringComparison.Ordinal))
                .Append(typeof(PipelineAttribute).Assembly.Location)
                .Select(path => MetadataReference.CreateFromFile(path)),
        ];
    }
}
