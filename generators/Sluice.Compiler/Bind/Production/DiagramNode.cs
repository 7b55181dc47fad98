namespace Sluice.Compiler.Bind.Production;

/// <summary>
/// A node of a <see cref="DecisionDiagram"/>. Nodes are equal if they test the same variable and have the same
/// children.
/// </summary>
/// <param name="variable">The variable that it tests.</param>
/// <param name="children">The next node for each value.</param>
internal readonly struct DiagramNode(int variable, int[] children) : IEquatable<DiagramNode>
{
    public int Variable { get; } = variable;

    public int[] Children { get; } = children;

    public bool Equals(DiagramNode other) =>
        Variable == other.Variable && Children.AsSpan().SequenceEqual(other.Children);

    public override bool Equals(object? obj) => obj is DiagramNode other && Equals(other);

    public override int GetHashCode()
    {
        var hash = Variable;
        foreach (var child in Children)
        {
            hash = unchecked((hash * 31) + child);
        }

        return hash;
    }
}
