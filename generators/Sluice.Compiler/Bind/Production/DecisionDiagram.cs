namespace Sluice.Compiler.Bind.Production;

/// <summary>
/// Formulas over variables with finitely many values, as reduced ordered decision diagrams: R. E. Bryant, "Graph-based
/// algorithms for Boolean function manipulation" (IEEE Transactions on Computers C-35(8), 1986), with a child for each
/// value as in T. Kam, T. Villa, R. K. Brayton and A. L. Sangiovanni-Vincentelli, "Multi-valued decision diagrams:
/// theory and applications" (1998).
/// </summary>
/// <remarks>
/// A formula is identified by a number, and two formulas have the same number only if they are the same function.
/// Variables are tested in the order of their numbers. Some functions need diagrams of exponential size. Once the
/// diagram would exceed its limit, every operation that needs another node returns <see cref="Overflow"/>.
/// </remarks>
internal sealed class DecisionDiagram
{
    /// <summary>The formula that never holds.</summary>
    public const int False = 0;

    /// <summary>The formula that always holds.</summary>
    public const int True = 1;

    /// <summary>A formula that is unknown because the diagram would be too large.</summary>
    public const int Overflow = -1;

    /// <summary>The maximum number of variables. Operations recurse once for each variable.</summary>
    public const int MostVariables = 1_024;

    /// <summary>
    /// The number of cached results of an operation per permitted node, which bounds the time of operations.
    /// </summary>
    private const int ResultsPerNode = 16;

    private readonly IReadOnlyList<int> _sizes;
    private readonly int _mostNodes;
    private readonly List<DiagramNode> _nodes = [];
    private readonly Dictionary<DiagramNode, int> _numbers = [];
    private readonly Dictionary<(bool IsAnd, int Left, int Right), int> _combined = [];
    private readonly Dictionary<int, int> _negated = [];

    /// <summary>Creates an empty diagram.</summary>
    /// <param name="sizes">The number of values of each variable.</param>
    /// <param name="mostNodes">The maximum number of nodes.</param>
    public DecisionDiagram(IReadOnlyList<int> sizes, int mostNodes)
    {
        _sizes = sizes;
        _mostNodes = mostNodes;

        // The two terminal nodes test no variable, so their variable number is greater than all others.
        _nodes.Add(new DiagramNode(int.MaxValue, []));
        _nodes.Add(new DiagramNode(int.MaxValue, []));
    }

    /// <summary>Returns the formula that holds if a variable has one of the given values.</summary>
    public int Has(int variable, ValueSet values)
    {
        if (variable >= MostVariables)
        {
            return Overflow;
        }

        var children = new int[_sizes[variable]];
        for (var value = 0; value < children.Length; value++)
        {
            children[value] = values.Contains(value) ? True : False;
        }

        return Node(variable, children);
    }

    public int And(int left, int right) => Combine(true, left, right);

    public int Or(int left, int right) => Combine(false, left, right);

    public int Not(int formula)
    {
        if (formula <= True)
        {
            return formula == Overflow ? Overflow : True - formula;
        }

        if (_negated.TryGetValue(formula, out var known))
        {
            return known;
        }

        var node = _nodes[formula];
        var negated = Node(node.Variable, [.. node.Children.Select(Not)]);
        _negated[formula] = negated;
        return negated;
    }

    /// <summary>Whether one formula holds whenever another does. An unknown result counts as not proved.</summary>
    public bool Implies(int premise, int conclusion) => And(premise, Not(conclusion)) == False;

    /// <summary>Returns the formula that remains if a variable has the given value.</summary>
    public int Restrict(int formula, int variable, int value) => Restrict(formula, variable, value, []);

    /// <summary>Returns the formula that holds if another holds for some value of a variable.</summary>
    public int Exists(int formula, int variable)
    {
        var result = False;
        for (var value = 0; value < _sizes[variable]; value++)
        {
            result = Or(result, Restrict(formula, variable, value));
        }

        return result;
    }

    /// <summary>Returns the variables that a formula depends on, in ascending order.</summary>
    public IReadOnlyList<int> Support(int formula)
    {
        var visited = new HashSet<int>();
        var variables = new SortedSet<int>();
        var waiting = new Stack<int>();
        waiting.Push(formula);
        while (waiting.Count > 0)
        {
            var next = waiting.Pop();
            if (next > True && visited.Add(next))
            {
                variables.Add(_nodes[next].Variable);
                foreach (var child in _nodes[next].Children)
                {
                    waiting.Push(child);
                }
            }
        }

        return [.. variables];
    }

    /// <summary>
    /// Returns a shortest list of literals that together make a formula false. The formula must not be
    /// <see cref="True"/>.
    /// </summary>
    public IReadOnlyList<Literal> ShortestRefutation(int formula)
    {
        var lengths = new Dictionary<int, int> { [False] = 0, [True] = int.MaxValue };
        var path = new List<Literal>();
        Measure(formula, lengths);
        while (formula > True)
        {
            var node = _nodes[formula];
            var next = node.Children.OrderBy(child => lengths[child]).First();
            var values = ValueSet.None;
            for (var value = 0; value < node.Children.Length; value++)
            {
                values = node.Children[value] == next ? values.Union(ValueSet.Of(value)) : values;
            }

            path.Add(new Literal(node.Variable, values));
            formula = next;
        }

        return path;
    }

    private int Measure(int formula, Dictionary<int, int> lengths)
    {
        if (!lengths.TryGetValue(formula, out var length))
        {
            // A node has a child that leads to False; otherwise it would have been reduced to True.
            length = _nodes[formula].Children.Min(child => Measure(child, lengths)) + 1;
            lengths.Add(formula, length);
        }

        return length;
    }

    private int Combine(bool isAnd, int left, int right)
    {
        var absorbing = isAnd ? False : True;
        if (left == absorbing || right == absorbing)
        {
            return absorbing;
        }

        if (left == Overflow || right == Overflow)
        {
            return Overflow;
        }

        if (left == right || right == True - absorbing)
        {
            return left;
        }

        if (left == True - absorbing)
        {
            return right;
        }

        var key = left < right ? (isAnd, left, right) : (isAnd, right, left);
        if (_combined.TryGetValue(key, out var known))
        {
            return known;
        }

        if (_combined.Count >= _mostNodes * ResultsPerNode)
        {
            return Overflow;
        }

        var variable = Math.Min(_nodes[left].Variable, _nodes[right].Variable);
        var children = new int[_sizes[variable]];
        for (var value = 0; value < children.Length; value++)
        {
            children[value] = Combine(isAnd, Child(left, variable, value), Child(right, variable, value));
        }

        var combined = Node(variable, children);
        _combined[key] = combined;
        return combined;
    }

    private int Restrict(int formula, int variable, int value, Dictionary<int, int> results)
    {
        if (formula == Overflow || _nodes[formula].Variable > variable)
        {
            return formula;
        }

        var node = _nodes[formula];
        if (node.Variable == variable)
        {
            return node.Children[value];
        }

        if (!results.TryGetValue(formula, out var restricted))
        {
            restricted = Node(
                node.Variable,
                [.. node.Children.Select(child => Restrict(child, variable, value, results))]
            );
            results.Add(formula, restricted);
        }

        return restricted;
    }

    private int Child(int formula, int variable, int value) =>
        _nodes[formula].Variable == variable ? _nodes[formula].Children[value] : formula;

    private int Node(int variable, int[] children)
    {
        if (children.Contains(Overflow))
        {
            return Overflow;
        }

        if (children.All(child => child == children[0]))
        {
            return children[0];
        }

        var node = new DiagramNode(variable, children);
        if (_numbers.TryGetValue(node, out var number))
        {
            return number;
        }

        if (_numbers.Count >= _mostNodes)
        {
            return Overflow;
        }

        number = _nodes.Count;
        _nodes.Add(node);
        _numbers.Add(node, number);
        return number;
    }
}
