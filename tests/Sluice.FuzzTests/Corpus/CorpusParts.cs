using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Sluice.DifferentialTests.Branching.Shapes;
using Sluice.FuzzTests.Checks;
using Sluice.FuzzTests.Programs;

namespace Sluice.FuzzTests.Corpus;

/// <summary>The recorded pipelines: those of the projects, and random ones that are the same in every run.</summary>
internal static class CorpusParts
{
    private const int PipelinesPerBatch = 50;
    private const int PlainBatches = 24;
    private const int BranchingBatches = 20;

    /// <summary>All parts, in a fixed order.</summary>
    public static IEnumerable<CorpusPart> All()
    {
        foreach (var project in SourceProject.All())
        {
            yield return new CorpusPart(project.Name, project.Compile());
        }

        for (var batch = 0; batch < PlainBatches; batch++)
        {
            yield return Batch("Plain", batch, PipelinesPerBatch);
        }

        for (var batch = 0; batch < BranchingBatches; batch++)
        {
            yield return Batch("Branching", batch, PipelinesPerBatch);
        }
    }

    /// <summary>A batch of random pipelines. Every second pipeline has policies, unless they do not fit it.</summary>
    public static CorpusPart Batch(string name, int batch, int count)
    {
        var plain = WithoutAdapters(name == "Plain" ? Plain(batch, count) : Branching(batch, count));
        if (batch % 2 == 0)
        {
            return Part(name, batch, plain);
        }

        var decorated = Part(name, batch, PolicyDecoration.Apply(plain, new Dice((ulong)batch), []));
        var refused = CompilerUnderTest
            .Own.CreateDriver()
            .RunGenerators(decorated.Compilation)
            .GetRunResult()
            .GeneratedTrees.Where(tree => EmittedCode.IsBroken(tree.ToString()))
            .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>())
            .Select(type => type.Identifier.Text)
            .ToHashSet();
        return Part(name, batch, PolicyDecoration.Apply(plain, new Dice((ulong)batch), refused));
    }

    private static string Plain(int batch, int count)
    {
        var (smallest, largest) = batch % 4 == 3 ? (9, 30) : (1, 8);
        return PipelineSource.File([
            .. Seeds(batch, count).Select(seed => RandomPipelines.Create(seed, smallest, largest)),
        ]);
    }

    private static string Branching(int batch, int count) =>
        BranchingSource.File([.. Seeds(batch + 1000, count).Select(seed => RandomBranching.Create(seed, 1, 10))]);

    private static IEnumerable<ulong> Seeds(int batch, int count) =>
        Enumerable.Range(0, count).Select(index => Dice.Mix((ulong)batch, (ulong)index));

    // The adapters call the pipelines for the differential tests and are not pipelines themselves.
    private static CompilationUnitSyntax WithoutAdapters(string text)
    {
        var unit = CSharpSyntaxTree.ParseText(text, ProgramCompilation.ParseOptions).GetCompilationUnitRoot();
        var adapters = unit.DescendantNodes().OfType<ClassDeclarationSyntax>().Where(IsAdapter);
        return unit.RemoveNodes(adapters, SyntaxRemoveOptions.KeepNoTrivia)!;
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
