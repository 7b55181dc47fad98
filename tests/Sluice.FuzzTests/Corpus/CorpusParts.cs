using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Sluice.DifferentialTests.Branching.Shapes;
using Sluice.FuzzTests.Checks;
using Sluice.FuzzTests.Programs;

namespace Sluice.FuzzTests.Corpus;

/// <summary>The pipelines that are recorded: those of projects, and random ones, which are the same each time.</summary>
internal static class CorpusParts
{
    private const int PipelinesPerBatch = 50;
    private const int PlainBatches = 24;
    private const int BranchingBatches = 20;

    /// <summary>All of them, in one order.</summary>
    public static async IAsyncEnumerable<CorpusPart> AllAsync()
    {
        foreach (var project in SourceProject.All())
        {
            yield return new CorpusPart(project.Name, project.Compile());
        }

        for (var batch = 0; batch < PlainBatches; batch++)
        {
            var (smallest, largest) = batch % 4 == 3 ? (9, 30) : (1, 8);
            var pipelines = Seeds(batch).Select(seed => RandomPipelines.Create(seed, smallest, largest)).ToList();
            yield return await BatchAsync("Plain", batch, PipelineSource.File(pipelines)).ConfigureAwait(false);
        }

        for (var batch = 0; batch < BranchingBatches; batch++)
        {
            var pipelines = Seeds(batch + 1000).Select(seed => RandomBranching.Create(seed, 1, 10)).ToList();
            yield return await BatchAsync("Branching", batch, BranchingSource.File(pipelines)).ConfigureAwait(false);
        }
    }

    private static IEnumerable<ulong> Seeds(int batch) =>
        Enumerable.Range(0, PipelinesPerBatch).Select(index => Dice.Mix((ulong)batch, (ulong)index));

    // Every second batch has policies. Where they do not suit a pipeline, it stays as it is.
    private static async Task<CorpusPart> BatchAsync(string name, int batch, string text)
    {
        var plain = CSharpSyntaxTree.ParseText(text, ProgramCompilation.ParseOptions).GetCompilationUnitRoot();
        var adapters = plain.DescendantNodes().OfType<ClassDeclarationSyntax>().Where(IsAdapter);
        plain = plain.RemoveNodes(adapters, SyntaxRemoveOptions.KeepNoTrivia)!;
        var part = Part(name, batch, plain);
        if (batch % 2 == 0)
        {
            return part;
        }

        var decorated = Part(name + "WithPolicies", batch, PolicyDecoration.Apply(plain, new Dice((ulong)batch), []));
        CompilerUnderTest
            .Own.CreateDriver()
            .RunGeneratorsAndUpdateCompilation(decorated.Compilation, out var output, out _);
        var analysis = await Analysis.OfAllAsync(output, CompilerUnderTest.Own.Analyzer).ConfigureAwait(false);
        var refused = analysis
            .Reported.Select(found => found.Location.SourceTree!.GetRoot().FindNode(found.Location.SourceSpan))
            .SelectMany(node => node.AncestorsAndSelf().OfType<ClassDeclarationSyntax>())
            .Select(type => type.Identifier.Text)
            .ToHashSet();
        return Part(name + "WithPolicies", batch, PolicyDecoration.Apply(plain, new Dice((ulong)batch), refused));
    }

    private static bool IsAdapter(ClassDeclarationSyntax type) =>
        type.Identifier.Text.EndsWith("Adapter", StringComparison.Ordinal);

    private static CorpusPart Part(string name, int batch, CompilationUnitSyntax unit)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"{name}{batch}");
        return new CorpusPart(
            path,
            ProgramCompilation.Of([ProgramCompilation.Parse(unit.ToFullString(), path + ".cs")], [], isProgram: false)
        );
    }
}
