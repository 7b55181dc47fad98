using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind.Guards;

/// <summary>
/// Computes the stages that each guard of an entry point guards, and the stages that must wait for the guard. A guard
/// with <c>Retry</c> guards the stages on all paths from the retried stage to itself; any other guard guards the values
/// it takes. Every other stage that depends on guarded stages or values waits for the guard.
/// </summary>
/// <remarks>
/// <para>
/// No cycle arises: a stage waits for a guard only if it is outside the guarded region and depends on a part of the
/// region. If the guard needed the stage, the stage would lie on a path to the guard and therefore inside. An edge from
/// the guard to a stage on which the guard does not depend closes no cycle, whatever edges were added before.
/// </para>
/// <para>
/// Guards of smaller regions are processed before guards of larger ones, so that the smaller region is nested in the
/// larger, and guards of equal regions in declaration order. An edge from one guard may place a stage between another
/// guard and its guarded stages. All guards are therefore processed again until no edge is added. The loop ends because
/// each round adds at least one edge and the number of edges is finite.
/// </para>
/// </remarks>
internal sealed class GuardRegions
{
    private readonly PipelineModel _model;
    private readonly PrecedenceGraph _graph;
    private readonly StageResolutions _resolutions;
    private readonly GuardTable _table;
    private readonly SortedDictionary<int, SortedSet<int>> _regions = [];

    private GuardRegions(PipelineModel model, PrecedenceGraph graph, StageResolutions resolutions, GuardTable table) =>
        (_model, _graph, _resolutions, _table) = (model, graph, resolutions, table);

    /// <summary>The positions of the guards in declaration order.</summary>
    public IEnumerable<int> Guards => _regions.Keys;

    /// <summary>
    /// Finds the guarded regions of an acyclic graph, and adds edges from guards to the stages that wait for them.
    /// </summary>
    public static GuardRegions Find(
        PipelineModel model,
        PrecedenceGraph graph,
        StageResolutions resolutions,
        GuardTable table
    )
    {
        var regions = new GuardRegions(model, graph, resolutions, table);
        var guards = Enumerable
            .Range(0, graph.Stages.Count)
            .Where(position => model.Stages[graph.Stages[position]].Guard is not null)
            .ToList();
        guards = guards.Count < 2 ? guards : [.. guards.OrderBy(guard => regions.Find(guard).Count)];
        bool hasNewEdge;
        do
        {
            hasNewEdge = false;
            foreach (var guard in guards)
            {
                hasNewEdge |= regions.Extend(guard);
            }
        } while (hasNewEdge);

        return regions;
    }

    /// <summary>
    /// Returns the positions, in ascending order, of the stages that a guard guards, of the stages in between, and of
    /// the guard itself. The result is empty for other stages.
    /// </summary>
    public IReadOnlyCollection<int> Of(int position) =>
        _regions.TryGetValue(position, out var region) ? region : Array.Empty<int>();

    /// <summary>
    /// Returns the position of the stage from which a guard repeats the run, or -1 if the guard does not retry or that
    /// stage does not run.
    /// </summary>
    public int Retried(int guard)
    {
        var retried = _table.Retried(_graph.Stages[guard]);
        return retried >= 0 && _graph.TryGetPosition(retried, out var position) ? position : -1;
    }

    /// <summary>
    /// Returns the guards of the values that the stage at a position uses in a parameter or a condition, if the stage is
    /// outside their regions.
    /// </summary>
    public IEnumerable<int> Before(int position) =>
        Guards.Where(guard =>
            !_regions[guard].Contains(position)
            && (Takes(position, Inputs(guard)) || ReadsFrom(position, _regions[guard], guard))
        );

    private bool ReadsFrom(int position, SortedSet<int> region, int guard) =>
        _graph
            .Edges[position]
            .Where(edge => edge.Parameter >= 0)
            .Select(edge => edge.Predecessor)
            .Concat(ConditionStages(position))
            .Any(read => read != guard && region.Contains(read));

    private IEnumerable<int> ConditionStages(int position) =>
        _resolutions
            .ConditionsOf(_graph.Stages[position])
            .Where(condition => condition.IsBound)
            .SelectMany(condition => condition.Source.Binding.Producers)
            .Where(producer => producer.Kind == BindingKind.Stage)
            .Select(producer => _graph.PositionOf(producer.Index));

    /// <summary>Computes the region of a guard and adds the missing edges. Returns whether it added any.</summary>
    private bool Extend(int guard)
    {
        var region = Find(guard);
        var inputs = Inputs(guard);
        _regions[guard] = region;
        var waiting = Enumerable
            .Range(0, _graph.Stages.Count)
            .Where(position => !region.Contains(position) && (Takes(position, inputs) || DependsOn(position, region)))
            .Where(position => _graph.Edges[position].All(edge => edge.Predecessor != guard))
            .ToList();
        waiting.ForEach(position => _graph.Add(position, guard));
        return waiting.Count > 0;
    }

    /// <summary>Returns the stages that a guard guards, the stages in between, and the guard itself.</summary>
    private SortedSet<int> Find(int guard)
    {
        var order = Topological();
        var needed = Needed(guard, order);
        var inputs = Inputs(guard);
        var reached = new bool[order.Count];
        foreach (var position in Sources(guard))
        {
            reached[position] = true;
        }

        foreach (var position in order)
        {
            reached[position] |=
                Takes(position, inputs) || _graph.Edges[position].Any(edge => reached[edge.Predecessor]);
        }

        return [.. order.Where(position => needed[position] && reached[position]), guard];
    }

    private bool DependsOn(int position, SortedSet<int> region) =>
        _graph.Edges[position].Any(edge => region.Contains(edge.Predecessor));

    /// <summary>Returns the stages at which the guarded region begins.</summary>
    private IEnumerable<int> Sources(int guard)
    {
        if (_model.Stages[_graph.Stages[guard]].Guard is { Retry: not null })
        {
            var retried = Retried(guard);
            return retried < 0 ? [] : [retried];
        }

        return _graph.Edges[guard].Where(edge => edge.Parameter >= 0).Select(edge => edge.Predecessor);
    }

    /// <summary>
    /// Returns the guarded inputs. A guard with <c>Retry</c> has none, because inputs are the same in each attempt.
    /// </summary>
    private HashSet<int> Inputs(int guard) =>
        _model.Stages[_graph.Stages[guard]].Guard is { Retry: not null } ? [] : [.. InputsOf(guard)];

    private bool Takes(int position, HashSet<int> inputs) =>
        inputs.Count > 0 && InputsOf(position).Any(inputs.Contains);

    private IEnumerable<int> InputsOf(int position) =>
        _resolutions
            .Of(_graph.Stages[position])
            .Where(resolution => resolution.IsBound)
            .SelectMany(resolution => resolution.Binding.Producers)
            .Where(producer => producer.Kind == BindingKind.Input)
            .Select(producer => producer.Index);

    /// <summary>Determines for each stage whether it is the guard or the guard depends on it.</summary>
    private bool[] Needed(int guard, List<int> order)
    {
        var needed = new bool[order.Count];
        needed[guard] = true;
        foreach (var position in Enumerable.Reverse(order).Where(position => needed[position]))
        {
            foreach (var edge in _graph.Edges[position])
            {
                needed[edge.Predecessor] = true;
            }
        }

        return needed;
    }

    /// <summary>Returns the stages in a topological order.</summary>
    private List<int> Topological()
    {
        var successors = _graph.Edges.Select(_ => new List<int>()).ToArray();
        var waitsFor = _graph.Edges.Select(edges => edges.Count).ToArray();
        for (var position = 0; position < successors.Length; position++)
        {
            foreach (var edge in _graph.Edges[position])
            {
                successors[edge.Predecessor].Add(position);
            }
        }

        var order = Enumerable.Range(0, waitsFor.Length).Where(position => waitsFor[position] == 0).ToList();
        for (var next = 0; next < order.Count; next++)
        {
            order.AddRange(successors[order[next]].Where(successor => --waitsFor[successor] == 0));
        }

        return order;
    }
}
