using DocumentSearch.Pipelines;
using Sluice;

namespace DocumentSearch.CommandLine;

/// <summary>The graphs of all pipelines of this program as one drawing, with a cluster for each entry point.</summary>
internal static class ProgramGraph
{
    public const string Dot = "dot";
    public const string Mermaid = "mermaid";

    /// <summary>Draws the graphs.</summary>
    public static string Draw(string language)
    {
        var graph = Combine(
            nameof(DocumentSearch),
            [IndexingPipeline.Graph, DocumentPipeline.Graph, QueryPipeline.Graph, RankingPipeline.Graph]
        );
        return language == Dot ? graph.ToDot() : graph.ToMermaid();
    }

    /// <summary>A graph is plain data, so graphs whose stages have different names combine by putting the lists together.</summary>
    private static PipelineGraph Combine(string name, IReadOnlyList<PipelineGraph> graphs) =>
        new(
            name,
            [.. graphs.SelectMany(static graph => graph.Stages)],
            [
                .. graphs.SelectMany(static graph =>
                    graph.EntryPoints.Select(entryPoint =>
                        entryPoint with
                        {
                            Name = $"{graph.Pipeline.Split('.')[^1]}.{entryPoint.Name}",
                        }
                    )
                ),
            ]
        );
}
