using DocumentSearch.Pipelines;
using Sluice;

namespace DocumentSearch.CommandLine;

/// <summary>
/// Combines the graphs of all pipelines of this program into one drawing, with a cluster for each entry point.
/// </summary>
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

    /// <summary>
    /// Combines graphs by concatenating their lists. A graph is plain data, and the stages of these graphs have
    /// different names.
    /// </summary>
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
