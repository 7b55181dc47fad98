namespace Sluice.Compiler.Bind.Production;

/// <summary>A node of a <see cref="DecisionDiagram"/>. Two are equal when they ask the same and go on the same way.</summary>
/// <param name="variable">The variable that it asks.</param>
/// <param name="children">For each value the node that comes next.</param>
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
