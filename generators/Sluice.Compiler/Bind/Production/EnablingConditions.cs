namespace Sluice.Compiler.Bind.Production;

/// <summary>
/// The conditions under which each stage can run: its own, those of the stages that it requires, and those of the
/// stages that these conditions refer to. The presence of values is not included.
/// </summary>
internal sealed class EnablingConditions
{
    private readonly Disjunction[] _conditions;
    private readonly ProductionVariables _variables;

    public EnablingConditions(ProductionVariables variables, ValueNeeds needs, IReadOnlyList<int> order)
    {
        _variables = variables;
        _conditions = new Disjunction[order.Count];
        foreach (var position in order)
        {
            var conditions = Disjunction.Always;
            foreach (var condition in needs.Graph.Stages[position].Conditions)
            {
                var literal = variables.Literal(condition);
                var holds =
                    literal.Values.IsEmpty ? Disjunction.Never
                    : literal.Values == ValueSet.All(variables.Sizes[literal.Variable]) ? Disjunction.Always
                    : Disjunction.Of([Term.Of(literal)], variables.Sizes);
                conditions = And(And(conditions, Of(condition.Source)), holds);
            }

            _conditions[position] = needs
                .Required[position]
                .Aggregate(conditions, (all, required) => And(all, Of(required)));
        }
    }

    /// <summary>The conditions of one stage.</summary>
    public Disjunction this[int position] => _conditions[position];

    private Disjunction Of(Binding binding) =>
        binding.Kind switch
        {
            BindingKind.Stage => _conditions[binding.Index],
            BindingKind.Merge => binding.Sources.Aggregate(
                Disjunction.Never,
                (any, source) => any.Or(Of(source), _variables.Sizes)
            ),
            _ => Disjunction.Always,
        };

    private Disjunction And(Disjunction left, Disjunction right) => left.And(right, _variables.Sizes);
}
