using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind.Guards;

/// <summary>
/// What the guards of an entry point guard, and who has to wait for them. A guard that runs others again guards the stages on all
/// paths from the one that it names to itself; any other guards what it takes. Whatever else depends on that waits for the guard.
/// </summary>
/// <remarks>
/// <para>
/// Why no cycle arises: a stage is let wait for a guard only where it is outside of what is guarded and depends on a part of that.
/// If the guard needed it, it would lie on a path to the guard, and so inside. An edge from the guard to a stage on which the guard
/// does not depend closes no cycle, whichever were added before.
/// </para>
/// <para>
/// Guards of less come before guards of more, so that the one is nested in the other, and of the same in order of declaration. An edge
/// of one guard may put a stage between another guard and what that one guards. So all are looked at again until none adds an edge; each
/// round adds one at least, and there are only so many.
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

    /// <summary>The guards, by their positions, in order of declaration.</summary>
    public IEnumerable<int> Guards => _regions.Keys;

    /// <summary>Finds what is guarded in an acyclic graph, and adds to it who waits for guards.</summary>
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

    /// <summary>What a guard guards and what lies between, itself included, by positions, ascending. Of other stages nothing.</summary>
    public IReadOnlyCollection<int> Of(int position) =>
        _regions.TryGetValue(position, out var region) ? region : Array.Empty<int>();

    /// <summary>The position of the stage from which on a guard runs all again, or -1 where it does not or that stage does not run.</summary>
    public int Retried(int guard)
    {
        var retried = _table.Retried(_graph.Stages[guard]);
        return retried >= 0 && _graph.TryGetPosition(retried, out var position) ? position : -1;
    }

    /// <summary>The guards that guard a value which the stage at a position takes, or a condition of it reads, from outside.</summary>
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

    /// <summary>Looks at what a guard guards, and says whether somebody has to wait for it who did not.</summary>
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

    /// <summary>What a guard guards and what lies between, itself included.</summary>
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

    /// <summary>The stages at which what is guarded begins.</summary>
    private IEnumerable<int> Sources(int guard)
    {
        if (_model.Stages[_graph.Stages[guard]].Guard is { Retry: not null })
        {
            var retried = Retried(guard);
            return retried < 0 ? [] : [retried];
        }

        return _graph.Edges[guard].Where(edge => edge.Parameter >= 0).Select(edge => edge.Predecessor);
    }

    /// <summary>The inputs that are guarded, which are the same in each attempt.</summary>
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

    /// <summary>For each stage whether a guard depends on it, or is that stage.</summary>
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

    /// <summary>The stages, each after those that it waits for.</summary>
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
