using Sluice.DifferentialTests.Branching.Execution;
using Sluice.DifferentialTests.Branching.Reference;
using Sluice.DifferentialTests.Branching.Shapes;
using Sluice.DifferentialTests.Execution;
using Sluice.DifferentialTests.Graphs;

namespace Sluice.DifferentialTests.Branching;

/// <summary>The compiler's proof that an output is always there, against trying out every case.</summary>
public sealed class DefiniteProductionTests
{
    private const int PipelinesPerBatch = 150;

    public static TheoryData<int> Batches =>
        [
            .. Enumerable.Range(
                0,
                int.TryParse(Environment.GetEnvironmentVariable("SLUICE_PROOFS"), out var count) ? count : 4
            ),
        ];

    [Theory]
    [MemberData(nameof(Batches))]
    public async Task An_output_is_reported_exactly_if_it_may_be_absent(int batch)
    {
        // Every output is declared as if it were always there.
        var pipelines = Enumerable
            .Range(0, PipelinesPerBatch)
            .Select(index => RandomBranching.Create(Dice.Mix((ulong)batch + 9000, (ulong)index), 2, 14))
            .Select(Bare)
            .ToArray();

        if (await FindAsync(pipelines) is var wrong && wrong.Count > 0)
        {
            var (smallest, last) = await Shrinker.ShrinkAsync(
                wrong[0].Pipeline,
                wrong[0].Complaint,
                static pipeline => BranchingShrinker.Simpler(pipeline, outputsMayBeAbsent: true),
                static async pipeline => (await FindAsync([pipeline])) is [var (_, complaint)] ? complaint : null
            );
            Assert.Fail(
                $"{wrong.Count} wrong, of {pipelines.Length}. {last}{Environment.NewLine}{BranchingSource.Pipeline(smallest)}"
            );
        }
    }

    [Fact]
    public void About_half_of_the_pipelines_have_an_output_that_may_be_absent()
    {
        var absent = Enumerable
            .Range(0, PipelinesPerBatch)
            .Select(index => RandomBranching.Create(Dice.Mix(9000, (ulong)index), 2, 14))
            .Count(pipeline =>
                Bare(pipeline).EntryPoint.Outputs.Any(new Production(new BranchingPlan(pipeline)).MayBeAbsent)
            );

        Assert.InRange(absent, PipelinesPerBatch / 4, PipelinesPerBatch * 3 / 4);
    }

    private static BranchingPipeline Bare(BranchingPipeline pipeline) =>
        pipeline with
        {
            EntryPoint = pipeline.EntryPoint with
            {
                GivesResult = false,
                Outputs = [.. pipeline.EntryPoint.Outputs.Select(output => output with { Form = Form.Plain })],
            },
        };

    private static async Task<List<(BranchingPipeline Pipeline, string Complaint)>> FindAsync(
        IReadOnlyCollection<BranchingPipeline> pipelines
    )
    {
        var text = BranchingSource.File(pipelines);
        var diagnostics = (await InMemoryCompiler.AnalyzeAsync(text)).ToLookup(diagnostic =>
            diagnostic.Location.SourceTree is { } tree
                ? Owner(tree.ToString(), diagnostic.Location.SourceSpan.Start)
                : ""
        );
        var wrong = new List<(BranchingPipeline Pipeline, string Complaint)>();
        foreach (var pipeline in pipelines)
        {
            var plan = new BranchingPlan(pipeline);
            var production = new Production(plan);
            var expected = pipeline.EntryPoint.Outputs.Count(production.MayBeAbsent);
            var said = diagnostics[pipeline.ClassName].ToArray();
            var reported = said.Count(diagnostic => diagnostic.Id == "SLU0026");
            if (reported != expected)
            {
                wrong.Add(
                    (
                        pipeline,
                        $"{expected} outputs may be absent, {reported} are reported: {string.Join("; ", said.Select(item => item.ToString()))}"
                    )
                );
            }
            else if (
                said.FirstOrDefault(diagnostic =>
                    diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error && diagnostic.Id != "SLU0026"
                ) is
                { } other
            )
            {
                wrong.Add((pipeline, $"There is another error: {other}"));
            }
        }

        return wrong;
    }

    /// <summary>The class in which a place of a file lies.</summary>
    private static string Owner(string text, int place)
    {
        const string Keyword = "public sealed partial class ";
        var start = text.LastIndexOf(Keyword, place, StringComparison.Ordinal) + Keyword.Length;
        return text[start..text.IndexOfAny(['\r', '\n'], start)];
    }
}
