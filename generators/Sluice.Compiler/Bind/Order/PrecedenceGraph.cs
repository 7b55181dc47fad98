namespace Sluice.Compiler.Bind;

/// <summary>
/// The order between the stages that an entry point runs. Stages are identified by their positions among these.
/// </summary>
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

    /// <summary>The indexes of the stages in the model, in declaration order.</summary>
    public IReadOnlyList<int> Stages { get; }

    /// <summary>
    /// The edges from each stage to its predecessors: first those of its parameters, then those of its conditions, of
    /// <c>[After]</c> and of guards.
    /// </summary>
    public IReadOnlyList<Precedence>[] Edges { get; }

    /// <summary>Returns the position of the stage with the given index in the model.</summary>
    public int PositionOf(int stage) => _positions[stage];

    /// <summary>Returns the position of the stage with the given index in the model, if it runs.</summary>
    public bool TryGetPosition(int stage, out int position) => _positions.TryGetValue(stage, out position);

    /// <summary>Makes the stage at one position wait for the stage at another.</summary>
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
            // [After] orders stages but does not include any. A stage that this entry point does not run is not waited
            // for.
            if (_positions.TryGetValue(predecessor, out var position))
            {
                edges.Add(new Precedence(position, -1));
            }
        }

        return edges;
    }
}
