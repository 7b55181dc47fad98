using Microsoft.CodeAnalysis;
using Sluice.DifferentialTests.Execution;
using Sluice.DifferentialTests.Graphs;
using Sluice.DifferentialTests.Reference;
using Sluice.DifferentialTests.Reference.Prediction;

namespace Sluice.DifferentialTests;

/// <summary>The compiler's proof that an output is always there, against trying out every case.</summary>
public sealed class DefiniteProductionTests
{
    private const string Rule = "SLU0026";
    private const int PipelinesPerBatch = 150;

    // A static class cannot be told from others by the way in which a diagnostic is assigned to its pipeline.
    private static readonly Dials GraphDials = Dials.Branching with { EntryPoints = 1, Static = 0 };

    public static TheoryData<int> Batches => Setting.Batches("PROOFS", 4);

    [Theory]
    [MemberData(nameof(Batches))]
    public async Task An_output_is_reported_exactly_if_it_may_be_absent(int batch)
    {
        var pipelines = Create(batch);

        if (await FindAsync(pipelines) is var wrong && wrong.Count > 0)
        {
            var (smallest, last) = await Shrinker.ShrinkAsync(
                wrong[0].Pipeline,
                wrong[0].Complaint,
                static pipeline => Simplification.Of(pipeline, outputsMayBeAbsent: true),
                static async pipeline => (await FindAsync([pipeline])) is [var (_, complaint)] ? complaint : null
            );
            Assert.Fail(
                $"{wrong.Count} wrong, of {pipelines.Length}. {last}{Environment.NewLine}{PipelineSource.Pipeline(smallest)}"
            );
        }
    }

    [Fact]
    public void About_half_of_the_pipelines_have_an_output_that_may_be_absent()
    {
        var pipelines = Enumerable.Range(0, 4).SelectMany(Create).ToArray();

        var absent = pipelines.Count(pipeline => Absent(pipeline).Any());

        Assert.InRange(absent, pipelines.Length / 4, pipelines.Length * 3 / 4);
    }

    /// <summary>Pipelines of which every output is declared as if it were always there.</summary>
    private static PipelineShape[] Create(int batch) =>
        [
            .. RandomBatch
                .Create(12, batch, PipelinesPerBatch, 2, 14, GraphDials)
                .Select(pipeline =>
                    pipeline with
                    {
                        EntryPoints =
                        [
                            pipeline.EntryPoints[0] with
                            {
                                GivesResult = false,
                                Outputs =
                                [
                                    .. pipeline
                                        .EntryPoints[0]
                                        .Outputs.Select(output => output with { Form = Form.Plain }),
                                ],
                            },
                        ],
                    }
                ),
        ];

    private static IEnumerable<Output> Absent(PipelineShape pipeline) =>
        pipeline
            .EntryPoints[0]
            .Outputs.Where(new Production(new EntryPointPlan(pipeline, pipeline.EntryPoints[0])).MayBeAbsent);

    private static async Task<List<(PipelineShape Pipeline, string Complaint)>> FindAsync(
        IReadOnlyCollection<PipelineShape> pipelines
    )
    {
        var text = PipelineSource.File(pipelines);
        var diagnostics = (await InMemoryCompiler.AnalyzeAsync(text)).ToLookup(diagnostic =>
            diagnostic.Location.SourceTree is { } tree
                ? Owner(tree.ToString(), diagnostic.Location.SourceSpan.Start)
                : ""
        );
        var wrong = new List<(PipelineShape Pipeline, string Complaint)>();
        foreach (var pipeline in pipelines)
        {
            var expected = Absent(pipeline).Count();
            var said = diagnostics[pipeline.ClassName].ToArray();
            var reported = said.Count(diagnostic => diagnostic.Id == Rule);
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
                    diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id != Rule
                ) is
                { } other
            )
            {
                wrong.Add((pipeline, $"There is another error: {other}"));
            }
        }

        return wrong;
    }

    /// <summary>The class that contains a position of a file.</summary>
    private static string Owner(string text, int place)
    {
        const string Keyword = "public sealed partial class ";
        var start = text.LastIndexOf(Keyword, place, StringComparison.Ordinal) + Keyword.Length;
        return text[start..text.IndexOfAny(['\r', '\n'], start)];
    }
}
