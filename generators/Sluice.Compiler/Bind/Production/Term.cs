namespace Sluice.Compiler.Bind.Production;

/// <summary>Literals that hold together, at most one of a variable, in order of their variables.</summary>
internal sealed class Term
{
    private Term(IReadOnlyList<Literal> literals) => Literals = literals;

    /// <summary>The term without literals, which always holds.</summary>
    public static Term Always { get; } = new([]);

    public IReadOnlyList<Literal> Literals { get; }

    /// <summary>A term of one literal.</summary>
    public static Term Of(Literal literal) => new([literal]);

    /// <summary>The term that holds where both do, or <see langword="null"/> where they contradict each other.</summary>
    public Term? And(Term other)
    {
        if (Literals.Count == 0 || other.Literals.Count == 0)
        {
            return Literals.Count == 0 ? other : this;
        }

        var literals = new List<Literal>(Literals.Count + other.Literals.Count);
        var (left, right) = (0, 0);
        while (left < Literals.Count || right < other.Literals.Count)
        {
            var order =
                left == Literals.Count ? 1
                : right == other.Literals.Count ? -1
                : Literals[left].Variable.CompareTo(other.Literals[right].Variable);
            if (order != 0)
            {
                literals.Add(order < 0 ? Literals[left++] : other.Literals[right++]);
                continue;
            }

            var values = Literals[left].Values.Intersect(other.Literals[right++].Values);
            if (values.IsEmpty)
            {
                return null;
            }

            literals.Add(new Literal(Literals[left++].Variable, values));
        }

        return new Term(literals);
    }

    /// <summary>Whether it holds wherever another term does.</summary>
    public bool Covers(Term other)
    {
        var next = 0;
        foreach (var literal in Literals)
        {
            while (next < other.Literals.Count && other.Literals[next].Variable < literal.Variable)
            {
                next++;
            }

            if (
                next == other.Literals.Count
                || other.Literals[next].Variable != literal.Variable
                || !other.Literals[next].Values.IsSubsetOf(literal.Values)
            )
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The position of the one literal in which the terms differ, their variables being the same; otherwise -1.</summary>
    public int OnlyDifference(Term other)
    {
        if (Literals.Count != other.Literals.Count)
        {
            return -1;
        }

        var difference = -1;
        for (var position = 0; position < Literals.Count; position++)
        {
            if (Literals[position] != other.Literals[position])
            {
                if (difference >= 0 || Literals[position].Variable != other.Literals[position].Variable)
                {
                    return -1;
                }

                difference = position;
            }
        }

        return difference;
    }

    /// <summary>The term without the literal at a position.</summary>
    public Term Without(int position) => new([.. Literals.Where((_, index) => index != position)]);

    /// <summary>The term without the literals of some variables.</summary>
    public Term Without(Func<int, bool> variables) =>
        Literals.Any(literal => variables(literal.Variable))
            ? new([.. Literals.Where(literal => !variables(literal.Variable))])
            : this;

    /// <summary>The term with other values for the literal at a position.</summary>
    public Term With(int position, ValueSet values) =>
        new([.. Literals.Select((literal, index) => index == position ? literal with { Values = values } : literal)]);
}
