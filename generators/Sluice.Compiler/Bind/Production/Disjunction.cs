namespace Sluice.Compiler.Bind.Production;

/// <summary>Terms of which one must hold, kept short: none covers another, and those that differ in one variable's values are one.</summary>
internal sealed class Disjunction
{
    /// <summary>How many terms it may have before it is given up. What is given up counts as always.</summary>
    private const int MostTerms = 64;

    private Disjunction(IReadOnlyList<Term> terms) => Terms = terms;

    /// <summary>What always holds.</summary>
    public static Disjunction Always { get; } = new([Term.Always]);

    /// <summary>What always holds, as it grew too large to be known.</summary>
    public static Disjunction Unknown { get; } = new([Term.Always]);

    /// <summary>What never holds.</summary>
    public static Disjunction Never { get; } = new([]);

    public IReadOnlyList<Term> Terms { get; }

    public bool IsNever => Terms.Count == 0;

    public bool IsAlways => Terms.Count == 1 && Terms[0].Literals.Count == 0;

    /// <summary>Makes one of any terms.</summary>
    /// <param name="terms">The terms.</param>
    /// <param name="sizes">How many values each variable has.</param>
    /// <param name="dropsComplete">
    /// Whether terms that together have every value of a variable become one that does not ask it. That is right where the rest of
    /// these terms says when the variable has a value at all.
    /// </param>
    public static Disjunction Of(IEnumerable<Term> terms, IReadOnlyList<int> sizes, bool dropsComplete = true)
    {
        var kept = new List<Term>();
        foreach (var term in terms)
        {
            Add(kept, term, sizes, dropsComplete);
            if (kept.Count > MostTerms)
            {
                return Unknown;
            }
        }

        return kept.Count == 0 ? Never
            : kept[0].Literals.Count == 0 ? Always
            : new Disjunction(kept);
    }

    public Disjunction And(Disjunction other, IReadOnlyList<int> sizes)
    {
        if (IsAlways || ReferenceEquals(this, other))
        {
            return ReferenceEquals(this, Unknown) ? Unknown : other;
        }

        if (other.IsAlways)
        {
            return ReferenceEquals(other, Unknown) ? Unknown : this;
        }

        return Of(Terms.SelectMany(left => other.Terms, (left, right) => left.And(right)).OfType<Term>(), sizes);
    }

    public Disjunction Or(Disjunction other, IReadOnlyList<int> sizes)
    {
        if (ReferenceEquals(this, Unknown) || ReferenceEquals(other, Unknown))
        {
            return Unknown;
        }

        return IsAlways || other.Terms.Count == 0 ? this
            : other.IsAlways || Terms.Count == 0 ? other
            : Of(Terms.Concat(other.Terms), sizes);
    }

    // A merged term may merge with a further one, and so is added anew.
    private static void Add(List<Term> kept, Term term, IReadOnlyList<int> sizes, bool dropsComplete)
    {
        var index = 0;
        while (index < kept.Count)
        {
            if (kept[index].Covers(term))
            {
                return;
            }

            if (Merge(kept[index], term, sizes, dropsComplete) is { } merged)
            {
                kept.RemoveAt(index);
                term = merged;
                index = 0;
            }
            else if (term.Covers(kept[index]))
            {
                kept.RemoveAt(index);
            }
            else
            {
                index++;
            }
        }

        kept.Add(term);
    }

    private static Term? Merge(Term left, Term right, IReadOnlyList<int> sizes, bool dropsComplete)
    {
        var position = left.OnlyDifference(right);
        if (position < 0)
        {
            return null;
        }

        var literal = left.Literals[position];
        var values = literal.Values.Union(right.Literals[position].Values);
        return values != ValueSet.All(sizes[literal.Variable]) ? left.With(position, values)
            : dropsComplete ? left.Without(position)
            : null;
    }
}
