using System.Collections.Immutable;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Sluice.DifferentialTests.Graphs;
using Sluice.Generators;

namespace Sluice.DifferentialTests.Execution;

/// <summary>Pipelines that were compiled in memory, with the generator, and loaded. They stay in memory, which is little.</summary>
internal sealed class CompiledBatch
{
    /// <summary>The oldest language that emitted code has to compile with.</summary>
    private static readonly CSharpParseOptions _parseOptions = new(LanguageVersion.CSharp12);

    private static readonly CSharpCompilationOptions _options = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        nullableContextOptions: NullableContextOptions.Enable
    );

    private static readonly ImmutableArray<MetadataReference> _references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly Dictionary<ulong, PipelineUnderTest> _pipelines = [];

    public CompiledBatch(IReadOnlyCollection<PipelineShape> pipelines)
    {
        var source = SourceText.From(PipelineSource.File(pipelines), System.Text.Encoding.UTF8);
        var compilation = CSharpCompilation.Create(
            "Batch",
            [CSharpSyntaxTree.ParseText(source, _parseOptions)],
            _references,
            _options
        );
        CSharpGeneratorDriver
            .Create([new PipelineGenerator().AsSourceGenerator()], parseOptions: _parseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out var updated, out var diagnostics);
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
        // Each batch has a context of its own, since their assemblies have one name.
        var assembly = new AssemblyLoadContext("batch").LoadFromStream(image);
        foreach (var pipeline in pipelines)
        {
            var adapter = assembly.GetType($"Batch.{pipeline.ClassName}Adapter", throwOnError: true)!;
            _pipelines.Add(pipeline.Seed, (PipelineUnderTest)Activator.CreateInstance(adapter)!);
        }
    }

    public PipelineUnderTest this[PipelineShape pipeline] => _pipelines[pipeline.Seed];
}
