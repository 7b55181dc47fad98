namespace Sluice.Compiler.Bind;

/// <summary>
/// Finds the sets of stages that all wait for each other, with Tarjan's algorithm (1972). It uses an explicit stack, so
/// that a chain of ten thousand stages does not overflow the stack of the thread.
/// </summary>
internal sealed class StronglyConnectedComponents
{
    private readonly IReadOnlyList<Precedence>[] _edges;
    private readonly int[] _order;
    private readonly int[] _lowest;
    private readonly bool[] _isOpen;
    private readonly Stack<int> _open = new();
    private readonly List<IReadOnlyList<int>> _components = [];
    private int _visited;

    private StronglyConnectedComponents(IReadOnlyList<Precedence>[] edges)
    {
        _edges = edges;
        _order = new int[edges.Length];
        _lowest = new int[edges.Length];
        _isOpen = new bool[edges.Length];
    }

    /// <summary>Returns the components with more than one stage, each in ascending order.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> Find(IReadOnlyList<Precedence>[] edges)
    {
        var search = new StronglyConnectedComponents(edges);
        for (var stage = 0; stage < edges.Length; stage++)
        {
            if (search._order[stage] == 0)
            {
                search.Visit(stage);
            }
        }

        return search._components;
    }

    private void Visit(int root)
    {
        var path = new Stack<(int Stage, int NextEdge)>();
        Open(root);
        path.Push((root, 0));
        while (path.Count > 0)
        {
            var (stage, nextEdge) = path.Pop();
            if (nextEdge == _edges[stage].Count)
            {
                Close(stage);
                if (path.Count > 0)
                {
                    var waiting = path.Peek().Stage;
                    _lowest[waiting] = Math.Min(_lowest[waiting], _lowest[stage]);
                }

                continue;
            }

            path.Push((stage, nextEdge + 1));
            var predecessor = _edges[stage][nextEdge].Predecessor;
            if (_order[predecessor] == 0)
            {
                Open(predecessor);
                path.Push((predecessor, 0));
            }
            else if (_isOpen[predecessor])
            {
                _lowest[stage] = Math.Min(_lowest[stage], _order[predecessor]);
            }
        }
    }

    private void Open(int stage)
    {
        _order[stage] = _lowest[stage] = ++_visited;
        _isOpen[stage] = true;
        _open.Push(stage);
    }

    private void Close(int stage)
    {
        if (_lowest[stage] != _order[stage])
        {
            return;
        }

        var component = new List<int>();
        int member;
        do
        {
            member = _open.Pop();
            _isOpen[member] = false;
            component.Add(member);
        } while (member != stage);

        if (component.Count > 1)
        {
            component.Sort();
            _components.Add(component);
        }
    }
}
