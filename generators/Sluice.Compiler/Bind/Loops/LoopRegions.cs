using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind.Loops;

/// <summary>The bodies of the loops that an entry point runs.</summary>
internal sealed class LoopRegions
{
    private readonly SortedDictionary<int, SortedSet<int>> _bodies = [];
    private readonly Dictionary<int, HashSet<int>> _later = [];

    /// <summary>Finds the bodies, once the stages that run are known.</summary>
    /// <param name="model">The pipeline.</param>
    /// <param name="table">The loops as they are declared.</param>
    /// <param name="resolutions">The bindings of the entry point.</param>
    /// <param name="precedences">The stages that <c>[After]</c> names.</param>
    /// <param name="inclusion">The stages that run.</param>
    public LoopRegions(
        PipelineModel model,
        LoopTable table,
        StageResolutions resolutions,
        PrecedenceTable precedences,
        StageInclusion inclusion
    )
    {
        var bodies = new LoopBodies(model, table, resolutions, precedences, inclusion.Contains);
        foreach (var decision in table.Decisions.Where(inclusion.Contains))
        {
            _bodies.Add(decision, [.. bodies.Of(decision)]);
            _later.Add(decision, bodies.Later(decision));
        }
    }

    /// <summary>The decisions of the loops that run, by their indexes in the model.</summary>
    public IEnumerable<int> Decisions => _bodies.Keys;

    /// <summary>Whether a loop runs.</summary>
    public bool Any => _bodies.Count > 0;

    /// <summary>Returns the stages of a loop, by their indexes in the model, ascending. Empty for other stages.</summary>
    public IReadOnlyCollection<int> BodyOf(int decision) =>
        _bodies.TryGetValue(decision, out var body) ? body : Array.Empty<int>();

    /// <summary>Whether a stage runs in each round of a loop.</summary>
    public bool IsInBody(int decision, int stage) =>
        _bodies.TryGetValue(decision, out var body) && body.Contains(stage);

    /// <summary>Whether a stage needs the result of a loop.</summary>
    public bool IsLater(int decision, int stage) =>
        _later.TryGetValue(decision, out var later) && stage != decision && later.Contains(stage);

    /// <summary>Returns the positions, ascending, of the stages of a loop. Empty for other stages.</summary>
    public IEnumerable<int> PositionsOf(int decision, PrecedenceGraph graph) =>
        BodyOf(decision).Select(graph.PositionOf).OrderBy(position => position);

    /// <summary>
    /// Returns the conditions of a stage. An effect or a guard in a body, which no stage asks for, has those of the decision
    /// too: a body runs only if its decision does.
    /// </summary>
    public IEnumerable<ConditionResolution> ConditionsOf(
        int stage,
        PipelineModel model,
        StageResolutions resolutions
    ) =>
        resolutions
            .ConditionsOf(stage)
            .Concat(
                model.Stages[stage].RunsUnasked
                    ? Decisions
                        .Where(decision => decision != stage && IsInBody(decision, stage))
                        .SelectMany(resolutions.ConditionsOf)
                    : []
            )
            .Distinct();

    /// <summary>
    /// Makes the decision of each loop wait for the effects and guards of its body, so that a round has ended when the
    /// decision is made; and makes stages that come after a stage of a body wait for the end of the loop.
    /// </summary>
    public void AddOrder(PrecedenceGraph graph, PipelineModel model, StageResolutions resolutions)
    {
        foreach (var decision in Decisions)
        {
            var own = graph.PositionOf(decision);
            foreach (var stage in BodyOf(decision).Where(stage => model.Stages[stage].RunsUnasked && stage != decision))
            {
                AddEdge(own, graph.PositionOf(stage));
                foreach (var condition in resolutions.ConditionsOf(decision).Where(condition => condition.Stage >= 0))
                {
                    AddEdge(graph.PositionOf(stage), graph.PositionOf(condition.Stage));
                }
            }

            for (var position = 0; position < graph.Stages.Count; position++)
            {
                if (
                    !IsInBody(decision, graph.Stages[position])
                    && graph.Edges[position].Any(edge => IsInBody(decision, graph.Stages[edge.Predecessor]))
                )
                {
                    AddEdge(position, own);
                }
            }
        }

        void AddEdge(int position, int predecessor)
        {
            if (position != predecessor && graph.Edges[position].All(edge => edge.Predecessor != predecessor))
            {
                graph.Add(position, predecessor);
            }
        }
    }
}
