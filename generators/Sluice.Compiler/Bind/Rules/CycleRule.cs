using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Bind;

/// <summary>
/// Reports cycles until every remaining cycle shares a dependency with a reported one. Those are not reported, since
/// correcting one may correct the others.
/// </summary>
internal static class CycleRule
{
    /// <summary>
    /// The maximum number of searches, each without the cycles found before. A tangled graph has very many cycles.
    /// </summary>
    private const int MostSearches = 16;

    /// <summary>Reports the cycles of a graph.</summary>
    /// <returns>Whether there is a cycle.</returns>
    public static bool Check(BindingTables tables, PrecedenceGraph graph, FindingList findings)
    {
        var edges = graph.Edges;
        for (var search = 0; search < MostSearches; search++)
        {
            var components = StronglyConnectedComponents.Find(edges);
            if (components.Count == 0)
            {
                return search > 0;
            }

            var cycles = components.Select(component => ShortestCycle.Find(component, edges)).ToList();
            cycles.ForEach(cycle => Report(tables, graph, cycle, findings));
            edges = Without(edges, cycles);
        }

        return true;
    }

    private static IReadOnlyList<Precedence>[] Without(
        IReadOnlyList<Precedence>[] edges,
        IEnumerable<IReadOnlyList<int>> cycles
    )
    {
        var remaining = edges.ToArray();
        foreach (var cycle in cycles)
        {
            for (var step = 0; step < cycle.Count; step++)
            {
                var predecessor = cycle[(step + 1) % cycle.Count];
                remaining[cycle[step]] = [.. remaining[cycle[step]].Where(edge => edge.Predecessor != predecessor)];
            }
        }

        return remaining;
    }

    private static void Report(
        BindingTables tables,
        PrecedenceGraph graph,
        IReadOnlyList<int> cycle,
        FindingList findings
    )
    {
        var model = tables.Model;
        var first = FirstStage(model, graph, cycle);
        var stages = Enumerable.Range(0, cycle.Count + 1).Select(step => cycle[(first + step) % cycle.Count]).ToList();
        var edges = stages
            .Zip(stages.Skip(1), (stage, predecessor) => (Stage: stage, Predecessor: predecessor))
            .SelectMany(step =>
                graph
                    .Edges[step.Stage]
                    .Where(edge => edge.Predecessor == step.Predecessor)
                    .Select(edge =>
                        (
                            Taker: new NodeReference(NodeKind.Stage, graph.Stages[step.Stage], edge.Parameter),
                            Producer: graph.Stages[step.Predecessor]
                        )
                    )
            )
            .ToList();
        var remedies =
            edges.Exists(edge => model.Stages[edge.Producer].Loop is not null)
                ? edges.Select(edge => RemedyInLoop(tables, edge.Taker, edge.Producer))
            : edges.TrueForAll(edge => edge.Taker.Parameter >= 0)
                ? edges.Select(edge => RemedyByLoop(model, edge.Taker, edge.Producer))
            : [];
        findings.Add(
            Rule.Cycle,
            new NodeReference(NodeKind.Stage, graph.Stages[stages[0]]),
            [
                Phrases.Path([.. stages.Select(stage => model.Stages[graph.Stages[stage]].Name)]),
                remedies.OfType<string>().FirstOrDefault() ?? "",
            ],
            edges.Select(edge => edge.Taker)
        );
    }

    // The cycle may be meant as a loop: a stage of it decides, and another takes its value in the next round.
    private static string? RemedyByLoop(PipelineModel model, NodeReference taker, int producer) =>
        !model.Stages[taker.Index].IsEntryPoint
        && model.Stages[producer]
            is {
                Each: null,
                Guard: null,
                Conditions.Count: 0,
                IsCondition: false,
                IsEntryPoint: false,
                IsEffect: false
            } stage
        && !model.Types[stage.OutputType].IsStream
            ? $", or make the cycle a loop: let '{stage.Name}' decide it with [Loop], and put [Carried] on "
                + Phrases.Parameter(model, taker.Index, taker.Parameter)
            : null;

    // A stage of a loop that takes its result probably means the value that the loop carries.
    private static string? RemedyInLoop(BindingTables tables, NodeReference taker, int producer)
    {
        if (taker.Parameter < 0 || tables.Model.Stages[producer].Loop is not { HasState: true } loop)
        {
            return null;
        }

        var stage = tables.Model.Stages[taker.Index];
        var parameter = stage.Parameters[taker.Parameter];
        return parameter.Carried is null && tables.Producers.Accepts(loop.StateType, Taken.By(stage, parameter))
            ? $", or put [Carried] on {Phrases.Parameter(tables.Model, taker.Index, taker.Parameter)}, if it is to take the value that "
                + $"loop '{tables.Model.Stages[producer].Name}' carries"
            : null;
    }

    // The cycle is told from a stage of the pipeline's own class if there is one, so that the finding is shown there,
    // and otherwise from the stage declared first, so that every entry point reports a cycle in the same way.
    private static int FirstStage(PipelineModel model, PrecedenceGraph graph, IReadOnlyList<int> cycle) =>
        Enumerable
            .Range(0, cycle.Count)
            .OrderBy(step => model.Stages[graph.Stages[cycle[step]]].Source == 0 ? 0 : 1)
            .ThenBy(step => cycle[step])
            .First();
}
