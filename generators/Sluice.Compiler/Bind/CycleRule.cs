using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>Reports cycles: one for each part of a graph whose stages all wait for each other.</summary>
internal static class CycleRule
{
    /// <summary>Reports the cycles of a graph.</summary>
    /// <returns>Whether there are any.</returns>
    public static bool Check(PipelineModel model, PrecedenceGraph graph, FindingList findings)
    {
        var components = StronglyConnectedComponents.Find(graph.Edges);
        foreach (var component in components)
        {
            Report(model, graph, ShortestCycle.Find(component, graph.Edges), findings);
        }

        return components.Count > 0;
    }

    private static void Report(
        PipelineModel model,
        PrecedenceGraph graph,
        IReadOnlyList<int> cycle,
        FindingList findings
    )
    {
        var first = FirstStage(model, graph, cycle);
        var stages = Enumerable.Range(0, cycle.Count + 1).Select(step => cycle[(first + step) % cycle.Count]).ToList();
        var edges = stages
            .Zip(stages.Skip(1), (stage, predecessor) => (Stage: stage, Predecessor: predecessor))
            .SelectMany(step =>
                graph
                    .Edges[step.Stage]
                    .Where(edge => edge.Predecessor == step.Predecessor)
                    .Select(edge => new NodeReference(NodeKind.Stage, graph.Stages[step.Stage], edge.Parameter))
            );
        findings.Add(
            Rule.Cycle,
            new NodeReference(NodeKind.Stage, graph.Stages[stages[0]]),
            [Phrases.Path([.. stages.Select(stage => model.Stages[graph.Stages[stage]].Name)])],
            edges
        );
    }

    // The stage that is declared first, so that every entry point tells the same cycle the same way; one of the pipeline's own
    // class where there is one, so that the finding stands on it.
    private static int FirstStage(PipelineModel model, PrecedenceGraph graph, IReadOnlyList<int> cycle) =>
        Enumerable
            .Range(0, cycle.Count)
            .OrderBy(step => model.Stages[graph.Stages[cycle[step]]].Source == 0 ? 0 : 1)
            .ThenBy(step => cycle[step])
            .First();
}
