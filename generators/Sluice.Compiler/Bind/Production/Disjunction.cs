namespace Sluice.Compiler.Bind.Production;

/// <summary>
/// Terms of which at least one must hold. They are kept short: no term covers another, and terms that differ only in
/// the values of one variable are merged.
/// </summary>
internal sealed class Disjunction
{
    /// <summary>The maximum number of terms. A larger disjunction is given up and counts as always true.</summary>
    private const int MostTerms = 64;

    private Disjunction(IReadOnlyList<Term> terms) => Terms = terms;

    /// <summary>The disjunction that always holds.</summary>
    public static Disjunction Always { get; } = new([Term.Always]);

    /// <summary>A disjunction that became too large to be represented and counts as always true.</summary>
    public static Disjunction Unknown { get; } = new([Term.Always]);

    /// <summary>The disjunction that never holds.</summary>
    public static Disjunction Never { get; } = new([]);

    public IReadOnlyList<Term> Terms { get; }

    public bool IsNever => Terms.Count == 0;

    public bool IsAlways => Terms.Count == 1 && Terms[0].Literals.Count == 0;

    /// <summary>Creates a disjunction of the given terms.</summary>
    /// <param name="terms">The terms.</param>
    /// <param name="sizes">The number of values of each variable.</param>
    /// <param name="dropsComplete">
    /// Whether terms that together cover every value of a variable are merged into one that does not test it. This is
    /// correct if the rest of the terms implies that the variable has a value.
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

    // A merged term may merge with another one and is therefore added again.
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
