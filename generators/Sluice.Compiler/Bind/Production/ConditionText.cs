namespace Sluice.Compiler.Bind.Production;

/// <summary>Describes briefly when a stage runs.</summary>
internal sealed class ConditionText(
    ProductionVariables variables,
    ValueNeeds needs,
    ProductionFormulas formulas,
    EnablingConditions enabling,
    TermReduction reduction,
    IReadOnlyList<Disjunction> demand
)
{
    /// <summary>The maximum number of terms that are spelled out.</summary>
    private const int MostTerms = 4;

    private const string Sometimes = "sometimes";

    /// <summary>Returns the condition under which a stage runs, or <see langword="null"/> if it always runs.</summary>
    public string? Of(int position)
    {
        var runs = formulas.Runs(position);
        if (runs == DecisionDiagram.True)
        {
            return null;
        }

        if (runs == DecisionDiagram.False)
        {
            return "never";
        }

        var terms = reduction
            .Reduce(demand[position].And(enabling[position], variables.Sizes), DecisionDiagram.True)
            .Terms;
        if (terms.Count is 0 or > MostTerms)
        {
            return Sometimes;
        }

        return terms[0].Literals.Count > 0
            ? string.Join(" or ", terms.Select(term => string.Join(" and ", term.Literals.Select(Text))))
            : WhatIsNeeded(position);
    }

    private string Text(Literal literal) => variables.Condition(literal.Variable).Text(literal.Values);

    // No condition decides, only whether another value exists.
    private string WhatIsNeeded(int position)
    {
        var missing = needs
            .Required[position]
            .Where(required => formulas.Produced(required) != DecisionDiagram.True)
            .ToList();
        return missing.Count == 1 && missing[0].Kind != BindingKind.Merge
            ? $"{needs.Name(missing[0])} has a value"
            : Sometimes;
    }
}
