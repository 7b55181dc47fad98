using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind.Production;

/// <summary>
/// The types that the value of a stage or input can be of. Each combination of the types that conditions name is one
/// value of the variable, since a value can be of several of them.
/// </summary>
internal sealed class TypeVariable : ConditionVariable
{
    private readonly RouteTypeTable _types;
    private readonly IReadOnlyList<ConstantModel> _named;
    private readonly IReadOnlyList<ValueSet> _combinations;

    /// <summary>Creates the variable.</summary>
    /// <param name="source">The stage or input.</param>
    /// <param name="name">Its name.</param>
    /// <param name="types">The types of the routes.</param>
    /// <param name="type">The index of the declared type of the value.</param>
    /// <param name="conditions">The conditions that test its type.</param>
    public TypeVariable(
        Binding source,
        string name,
        RouteTypeTable types,
        int type,
        IEnumerable<BoundCondition> conditions
    )
        : base(source, name)
    {
        _types = types;
        _named =
        [
            .. conditions
                .SelectMany(condition => condition.Values)
                .GroupBy(value => value.Type)
                .Select(equal => equal.First()),
        ];

        // The search for conditions has refused a route with too many combinations.
        _combinations = new TypeCombinations(
            types,
            types.Route(type)!,
            [.. _named.Select(value => value.Type)]
        ).Find()!;
    }

    /// <inheritdoc/>
    public override int Size => _combinations.Count;

    /// <inheritdoc/>
    public override ValueSet Values(BoundCondition condition)
    {
        var values = ValueSet.None;
        foreach (var value in condition.Values)
        {
            values = values.Union(Of(Position(value)));
        }

        return condition.IsNegated ? values.Complement(Size) : values;
    }

    /// <inheritdoc/>
    public override BoundCondition Condition(ValueSet values)
    {
        var complement = values.Complement(Size);
        return WithTypes(values) is { } types ? new BoundCondition(Source, types, IsNegated: false)
            : WithTypes(complement) is { } others ? new BoundCondition(Source, others, IsNegated: true)
            : new BoundCondition(Source, WithPatterns(values), IsNegated: false);
    }

    /// <inheritdoc/>
    public override string Text(ValueSet values) => $"{Name} {Clause(values)}";

    /// <inheritdoc/>
    public override string Phrase(ValueSet values) => $"'{Name}' {Clause(values)}";

    private string Clause(ValueSet values)
    {
        var condition = Condition(values);
        var types = string.Join(" or ", condition.Values.Select(value => value.Display));
        return $"is {(condition.IsNegated ? "not " : string.Empty)}{types}";
    }

    /// <summary>Returns the fewest types of which exactly the given values are, or nothing if there are none.</summary>
    private EquatableArray<ConstantModel>? WithTypes(ValueSet values)
    {
        List<ConstantModel> inside =
        [
            .. _named.Where((_, position) => !Of(position).IsEmpty && Of(position).IsSubsetOf(values)),
        ];
        var covered = inside.Aggregate(ValueSet.None, (all, value) => all.Union(Of(Position(value))));
        return values.IsEmpty || covered != values
            ? null
            : _types.Widest(inside, value => value.Type).ToEquatableArray();
    }

    /// <summary>Returns types as far as they suffice, and a pattern for each combination that remains.</summary>
    private EquatableArray<ConstantModel> WithPatterns(ValueSet values)
    {
        var patterns = _types
            .Widest(
                [.. _named.Where((_, position) => !Of(position).IsEmpty && Of(position).IsSubsetOf(values))],
                value => value.Type
            )
            .ToList();
        var rest = patterns.Aggregate(values, (left, value) => left.Intersect(Of(Position(value)).Complement(Size)));
        for (var combination = 0; combination < Size; combination++)
        {
            if (rest.Contains(combination))
            {
                patterns.Add(Pattern(_combinations[combination]));
            }
        }

        return patterns.ToEquatableArray();
    }

    /// <summary>Returns the pattern of the values that are of exactly the given types among those that are named.</summary>
    private ConstantModel Pattern(ValueSet combination)
    {
        List<ConstantModel> of = [.. _named.Where((_, position) => combination.Contains(position))];

        // A type that derives from all others of the combination stands for them.
        of.RemoveAll(wide => of.Exists(narrow => narrow != wide && _types.Is(narrow.Type, wide.Type)));
        var within = of.Aggregate(ValueSet.All(Size), (all, value) => all.Intersect(Of(Position(value))));
        List<ConstantModel> not =
        [
            .. _types.Widest(
                [
                    .. _named.Where(
                        (_, position) => !combination.Contains(position) && !within.Intersect(Of(position)).IsEmpty
                    ),
                ],
                value => value.Type
            ),
        ];
        return new ConstantModel(
            string.Join("&", of.Select(value => value.Key).Concat(not.Select(value => "!" + value.Key))),
            string.Join(" and ", of.Select(value => value.Display).Concat(not.Select(value => "not " + value.Display))),
            string.Join(" and ", of.Select(value => value.Code).Concat(not.Select(value => "not " + value.Code))),
            -1
        )
        {
            IsType = true,
        };
    }

    /// <summary>Returns the values of the variable that are of a named type.</summary>
    private ValueSet Of(int position)
    {
        var values = ValueSet.None;
        for (var combination = 0; combination < Size; combination++)
        {
            if (_combinations[combination].Contains(position))
            {
                values = values.Union(ValueSet.Of(combination));
            }
        }

        return values;
    }

    private int Position(ConstantModel named)
    {
        for (var position = 0; position < _named.Count; position++)
        {
            if (_named[position].Type == named.Type)
            {
                return position;
            }
        }

        throw new InvalidOperationException($"No condition names {named.Display}.");
    }
}
