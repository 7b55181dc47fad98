namespace Sluice.Compiler.Bind.Production;

/// <summary>A conjunction of literals, ordered by variable, with at most one literal for each variable.</summary>
internal sealed class Term
{
    private Term(IReadOnlyList<Literal> literals) => Literals = literals;

    /// <summary>The term without literals, which always holds.</summary>
    public static Term Always { get; } = new([]);

    public IReadOnlyList<Literal> Literals { get; }

    /// <summary>Creates a term with one literal.</summary>
    public static Term Of(Literal literal) => new([literal]);

    /// <summary>
    /// Returns the term that holds if both do, or <see langword="null"/> if they contradict each other.
    /// </summary>
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

    /// <summary>Whether it holds whenever another term does.</summary>
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

    /// <summary>
    /// Returns the position of the only literal in which two terms with the same variables differ, otherwise -1.
    /// </summary>
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

    /// <summary>Returns the term without the literal at a position.</summary>
    public Term Without(int position) => new([.. Literals.Where((_, index) => index != position)]);

    /// <summary>Returns the term without the literals of the selected variables.</summary>
    public Term Without(Func<int, bool> variables) =>
        Literals.Any(literal => variables(literal.Variable))
            ? new([.. Literals.Where(literal => !variables(literal.Variable))])
            : this;

    /// <summary>Returns the term with other values for the literal at a position.</summary>
    public Term With(int position, ValueSet values) =>
        new([.. Literals.Select((literal, index) => index == position ? literal with { Values = values } : literal)]);
}
