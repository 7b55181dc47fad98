namespace Sluice.Compiler.Bind.Production;

/// <summary>Which stage waits for which: an acyclic graph that may grow and stays acyclic.</summary>
internal sealed class WaitingOrder
{
    private readonly List<int>[] _predecessors;

    /// <summary>Starts with what the graph says.</summary>
    public WaitingOrder(EntryPointGraph graph) =>
        _predecessors = [.. graph.Stages.Select(stage => new List<int>(stage.Predecessors))];

    /// <summary>The stages that a stage waits for, ascending.</summary>
    public IReadOnlyList<int> Predecessors(int stage) => _predecessors[stage];

    /// <summary>Lets a stage wait for another one, which must not depend on it.</summary>
    public void Add(int stage, int predecessor)
    {
        var place = _predecessors[stage].BinarySearch(predecessor);
        if (place < 0)
        {
            _predecessors[stage].Insert(~place, predecessor);
        }
    }

    /// <summary>Whether a stage waits for another one, directly or not, or is that stage.</summary>
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

    /// <summary>The stages, each after those that it waits for; otherwise in their own order.</summary>
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
