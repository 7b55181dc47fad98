using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Sluice.FuzzTests.Checks;
using Sluice.FuzzTests.Programs;

namespace Sluice.FuzzTests.Corpus;

/// <summary>The pipelines that are recorded: those of projects, and random ones, which are the same each time.</summary>
internal static class CorpusParts
{
    private const int PipelinesPerBatch = 50;
    private const int PlainBatches = 24;
    private const int BranchingBatches = 20;
    private const int RecoveryBatches = 6;

    /// <summary>All of them, in one order.</summary>
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

        // They have guards and compensations of their own.
        for (var batch = 0; batch < RecoveryBatches; batch++)
        {
            yield return Part("Recovery", batch, Pipelines("Recovery", batch, PipelinesPerBatch));
        }
    }

    /// <summary>A batch of random pipelines. Every second one has policies; those that they do not suit stay as they are.</summary>
    public static CorpusPart Batch(string name, int batch, int count)
    {
        var plain = Pipelines(name, batch, count);
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

    private static CompilationUnitSyntax Pipelines(string name, int batch, int count)
    {
        var isLarge = batch % 4 == 3;
        var pipelines = name switch
        {
            "Plain" => RandomBatch.Create(101, batch, count, isLarge ? 9 : 1, isLarge ? 30 : 8, Dials.Plain),
            "Branching" => RandomBatch.Create(102, batch, count, 1, 10, Dials.Branching),
            _ => RandomBatch.Create(103, batch, count, 1, 8, Dials.Recovery),
        };
        return WithoutAdapters(PipelineSource.File(pipelines));
    }

    // They call the pipelines for the differential tests, and are no pipelines.
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
