namespace Sluice.Compiler.Bind;

/// <summary>Which stage of an entry point waits for which, by their positions among the stages that run.</summary>
internal sealed class PrecedenceGraph
{
    private readonly Dictionary<int, int> _positions = [];

    public PrecedenceGraph(StageInclusion inclusion, StageResolutions resolutions, PrecedenceTable precedences)
    {
        Stages = [.. inclusion.Stages];
        for (var position = 0; position < Stages.Count; position++)
        {
            _positions.Add(Stages[position], position);
        }

        Edges = [.. Stages.Select(stage => EdgesOf(stage, resolutions, precedences))];
    }

    /// <summary>The stages by their index in the model, in order of declaration.</summary>
    public IReadOnlyList<int> Stages { get; }

    /// <summary>For each stage what it waits for: a value for each of its parameters, one for each condition, then what <c>[After]</c> names, then guards.</summary>
    public IReadOnlyList<Precedence>[] Edges { get; }

    /// <summary>The position of a stage that is known by its index in the model.</summary>
    public int PositionOf(int stage) => _positions[stage];

    /// <summary>The position of a stage, if it runs.</summary>
    public bool TryGetPosition(int stage, out int position) => _positions.TryGetValue(stage, out position);

    /// <summary>Lets a stage wait for another one, both by their positions.</summary>
    public void Add(int position, int predecessor) =>
        Edges[position] = [.. Edges[position], new Precedence(predecessor, -1)];

    private List<Precedence> EdgesOf(int stage, StageResolutions resolutions, PrecedenceTable precedences)
    {
        var edges = new List<Precedence>();
        var found = resolutions.Of(stage);
        for (var parameter = 0; parameter < found.Count; parameter++)
        {
            foreach (var producer in found[parameter].Stages)
            {
                edges.Add(new Precedence(_positions[producer], parameter));
            }
        }

        foreach (var condition in resolutions.ConditionsOf(stage).Where(condition => condition.Stage >= 0))
        {
            edges.Add(new Precedence(_positions[condition.Stage], -1));
        }

        foreach (var predecessor in precedences.Of(stage))
        {
            // [After] orders what runs and adds nothing: a stage that this entry point does not run is not waited for.
            if (_positions.TryGetValue(predecessor, out var position))
            {
                edges.Add(new Precedence(position, -1));
            }
        }

        return edges;
    }
}
