using System.Globalization;

namespace Sluice.Drawing;

/// <summary>
/// Represents the drawing of a pipeline, independent of the drawing language: numbered nodes and edges, with one
/// cluster per entry point.
/// </summary>
/// <param name="Title">The name of the pipeline.</param>
/// <param name="Clusters">The entry points.</param>
/// <param name="Unused">The stages that no entry point runs.</param>
internal sealed record GraphDrawing(string Title, IReadOnlyList<DrawnCluster> Clusters, IReadOnlyList<DrawnNode> Unused)
{
    /// <summary>Creates the drawing of a whole pipeline.</summary>
    public static GraphDrawing Of(PipelineGraph graph)
    {
        var nextId = 0;
        var clusters = DrawClusters(graph, graph.EntryPoints, ref nextId);
        var used = graph
            .EntryPoints.SelectMany(static entryPoint => entryPoint.Order)
            .ToHashSet(StringComparer.Ordinal);
        var unused = new List<DrawnNode>();
        foreach (var stage in graph.Stages.Where(stage => !used.Contains(stage.Name)))
        {
            unused.Add(DrawnNode.ForStage(nextId++, stage));
        }

        return new GraphDrawing(graph.Pipeline, clusters, unused);
    }

    /// <summary>Creates the drawing of one entry point.</summary>
    /// <exception cref="ArgumentException">
    /// The entry point refers to a stage that the pipeline does not have.
    /// </exception>
    public static GraphDrawing Of(PipelineGraph graph, GraphEntryPoint entryPoint)
    {
        var nextId = 0;
        return new GraphDrawing(graph.Pipeline, DrawClusters(graph, [entryPoint], ref nextId), []);
    }

    private static List<DrawnCluster> DrawClusters(
        PipelineGraph graph,
        IReadOnlyList<GraphEntryPoint> entryPoints,
        ref int nextId
    )
    {
        var stages = graph.Stages.ToDictionary(static stage => stage.Name, StringComparer.Ordinal);
        var clusters = new List<DrawnCluster>(entryPoints.Count);
        foreach (var entryPoint in entryPoints)
        {
            clusters.Add(DrawCluster(clusters.Count, entryPoint, graph.Pipeline, stages, ref nextId));
        }

        return clusters;
    }

    private static DrawnCluster DrawCluster(
        int id,
        GraphEntryPoint entryPoint,
        string pipeline,
        Dictionary<string, GraphStage> stages,
        ref int nextId
    )
    {
        var nodes = new Dictionary<string, DrawnNode>(StringComparer.Ordinal);
        var ordered = new List<DrawnNode>(entryPoint.Inputs.Count + entryPoint.Order.Count + 1);
        foreach (var input in entryPoint.Inputs)
        {
            var node = new DrawnNode(nextId++, DrawnNodeKind.Input, DrawnExecution.Synchronous, input, Type: null);
            ordered.Add(nodes[input] = node);
        }

        for (var place = 0; place < entryPoint.Order.Count; place++)
        {
            var name = entryPoint.Order[place];
            if (!stages.TryGetValue(name, out var stage))
            {
                throw NotOfThisPipeline(name, entryPoint, pipeline);
            }

            ordered.Add(
                nodes[name] = DrawnNode.ForStage(nextId++, stage) with { Condition = entryPoint.ConditionAt(place) }
            );
        }

        var edges = new List<DrawnEdge>(entryPoint.Edges.Count + entryPoint.Outputs.Count);
        foreach (var edge in entryPoint.Edges)
        {
            var label =
                edge.IsCondition ? "when"
                : edge.IsCarried ? $"again: {edge.Parameter}"
                : edge.Parameter;
            edges.Add(new DrawnEdge(Find(edge.From), Find(edge.To), label, edge.Parameter is not null));
        }

        if (entryPoint.Outputs.Count > 0)
        {
            var output = new DrawnNode(
                nextId++,
                DrawnNodeKind.Output,
                DrawnExecution.Synchronous,
                "output",
                Type: null
            );
            ordered.Add(output);
            for (var index = 0; index < entryPoint.Outputs.Count; index++)
            {
                // The elements of a tuple are distinguished by their position.
                var place = entryPoint.Outputs.Count == 1 ? null : (index + 1).ToString(CultureInfo.InvariantCulture);
                edges.Add(new DrawnEdge(Find(entryPoint.Outputs[index]), output.Id, place, CarriesValue: true));
            }
        }

        return new DrawnCluster(id, entryPoint.Name, ordered, edges)
        {
            Loops = DrawLoops(entryPoint.Loops, nodes, id.ToString(CultureInfo.InvariantCulture)),
        };

        int Find(string name) =>
            nodes.TryGetValue(name, out var node) ? node.Id : throw NotOfThisPipeline(name, entryPoint, pipeline);
    }

    // A loop lies within another if that contains its decision.
    private static List<DrawnLoop> DrawLoops(
        IReadOnlyList<GraphLoop> loops,
        Dictionary<string, DrawnNode> nodes,
        string parent
    )
    {
        var drawn = new List<DrawnLoop>();
        foreach (var loop in loops.Where(loop => !loops.Any(other => IsWithin(loop, other))))
        {
            var inner = loops.Where(other => IsWithin(other, loop)).ToList();
            var own = loop.Body.Except(inner.SelectMany(static other => other.Body), StringComparer.Ordinal);
            var id = string.Create(CultureInfo.InvariantCulture, $"{parent}_{drawn.Count}");
            var label = string.Create(CultureInfo.InvariantCulture, $"at most {loop.MaxRounds} rounds");
            drawn.Add(new DrawnLoop(id, label, [.. own.Select(name => nodes[name])], DrawLoops(inner, nodes, id)));
        }

        return drawn;
    }

    private static bool IsWithin(GraphLoop loop, GraphLoop other) =>
        loop != other && other.Body.Contains(loop.Decision, StringComparer.Ordinal);

    private static ArgumentException NotOfThisPipeline(string name, GraphEntryPoint entryPoint, string pipeline) =>
        new(
            $"The entry point '{entryPoint.Name}' refers to '{name}', which is neither a stage of '{pipeline}' nor an input."
        );
}
