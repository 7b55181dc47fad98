namespace Sluice.Compiler.Bind.Production;

/// <summary>The order in which stages wait for each other: an acyclic graph that can grow and stays acyclic.</summary>
internal sealed class WaitingOrder
{
    private readonly List<int>[] _predecessors;

    /// <summary>Creates the order with the predecessors in a graph.</summary>
    public WaitingOrder(EntryPointGraph graph) =>
        _predecessors = [.. graph.Stages.Select(stage => new List<int>(stage.Predecessors))];

    /// <summary>Returns the stages that a stage waits for, in ascending order.</summary>
    public IReadOnlyList<int> Predecessors(int stage) => _predecessors[stage];

    /// <summary>Makes a stage wait for another one, which must not depend on it.</summary>
    public void Add(int stage, int predecessor)
    {
        var place = _predecessors[stage].BinarySearch(predecessor);
        if (place < 0)
        {
            _predecessors[stage].Insert(~place, predecessor);
        }
    }

    /// <summary>Whether a stage is the other one or waits for it, directly or indirectly.</summary>
    public bool Depends(int stage, int on)
    {
        var visited = new HashSet<int> { stage };
        var waiting = new Stack<int>();
        waiting.Push(stage);
        while (waiting.Count > 0)
        {
            var next = waiting.Pop();
            if (next == on)
            {
                return true;
            }

            foreach (var predecessor in _predecessors[next])
            {
                if (visited.Add(predecessor))
                {
                    waiting.Push(predecessor);
                }
            }
        }

        return false;
    }

    /// <summary>
    /// Returns the stages in a topological order. Stages that become ready together keep their own order.
    /// </summary>
    public IReadOnlyList<int> Sort()
    {
        var successors = _predecessors.Select(_ => new List<int>()).ToArray();
        var waitsFor = _predecessors.Select(predecessors => predecessors.Count).ToArray();
        for (var stage = 0; stage < _predecessors.Length; stage++)
        {
            _predecessors[stage].ForEach(predecessor => successors[predecessor].Add(stage));
        }

        var order = Enumerable.Range(0, waitsFor.Length).Where(stage => waitsFor[stage] == 0).ToList();
        for (var next = 0; next < order.Count; next++)
        {
            order.AddRange(successors[order[next]].Where(successor => --waitsFor[successor] == 0));
        }

        return order;
    }
}
