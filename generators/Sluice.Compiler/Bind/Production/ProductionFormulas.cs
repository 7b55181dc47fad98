namespace Sluice.Compiler.Bind.Production;

/// <summary>The formulas under which each stage runs and produces a value in a run that has not failed.</summary>
/// <remarks>
/// If a condition decides something, the formula of the latter requires that the condition's stage has a value. A
/// formula therefore never depends on the value of a condition that was not evaluated.
/// </remarks>
internal sealed class ProductionFormulas
{
    private readonly DecisionDiagram _diagram;
    private readonly ProductionVariables _variables;
    private readonly int[] _produced;
    private readonly int[] _runs;

    /// <summary>Computes the formulas.</summary>
    /// <param name="diagram">The diagram that holds the formulas.</param>
    /// <param name="variables">The variables of the diagram.</param>
    /// <param name="needs">The values that each stage needs.</param>
    /// <param name="order">The stages in topological order, with the edges of demand.</param>
    /// <param name="demand">The demand of each stage, or <see langword="null"/> to ignore demand.</param>
    public ProductionFormulas(
        DecisionDiagram diagram,
        ProductionVariables variables,
        ValueNeeds needs,
        IReadOnlyList<int> order,
        IReadOnlyList<Disjunction>? demand
    )
    {
        _diagram = diagram;
        _variables = variables;
        _produced = new int[order.Count];
        _runs = new int[order.Count];
        foreach (var position in order)
        {
            _runs[position] = diagram.And(
                demand is null ? DecisionDiagram.True : Formula(demand[position]),
                diagram.And(Conditions(needs.Graph.Stages[position]), All(needs.Required[position]))
            );
            _produced[position] = diagram.And(_runs[position], Presence(new Binding(BindingKind.Stage, position)));
        }
    }

    /// <summary>Returns the formula under which a stage runs.</summary>
    public int Runs(int position) => _runs[position];

    /// <summary>Returns the formula under which a stage, an input or a merge has a value.</summary>
    public int Produced(Binding binding) =>
        binding.Kind switch
        {
            BindingKind.Stage => _produced[binding.Index],
            BindingKind.Input => Presence(binding),
            BindingKind.Carried => binding.Sources.Count == 0
                ? DecisionDiagram.True
                : _diagram.Or(Produced(binding.Sources[0]), Presence(binding)),
            BindingKind.Merge => binding.Sources.Aggregate(
                DecisionDiagram.False,
                (formula, source) => _diagram.Or(formula, Produced(source))
            ),
            _ => DecisionDiagram.True,
        };

    /// <summary>Returns the formula under which all given bindings have values.</summary>
    public int All(IEnumerable<Binding> bindings) =>
        bindings.Aggregate(DecisionDiagram.True, (formula, binding) => _diagram.And(formula, Produced(binding)));

    /// <summary>Returns the formula under which a stage's own conditions hold.</summary>
    public int Conditions(BoundStage stage) =>
        stage.Conditions.Aggregate(
            DecisionDiagram.True,
            (formula, condition) => _diagram.And(formula, Formula(_variables.Literal(condition)))
        );

    /// <summary>Returns the formula under which one of the terms holds.</summary>
    public int Formula(Disjunction disjunction) =>
        disjunction.Terms.Aggregate(DecisionDiagram.False, (formula, term) => _diagram.Or(formula, Formula(term)));

    /// <summary>Returns the formula under which all literals of a term hold.</summary>
    public int Formula(Term term) =>
        term.Literals.Aggregate(DecisionDiagram.True, (formula, literal) => _diagram.And(formula, Formula(literal)));

    private int Formula(Literal literal) =>
        _diagram.And(Produced(_variables.Source(literal.Variable)), _diagram.Has(literal.Variable, literal.Values));

    private int Presence(Binding source)
    {
        var variable = _variables.Presence(source);
        return variable < 0 ? DecisionDiagram.True : _diagram.Has(variable, ValueSet.Of(1));
    }
}
