namespace Sluice.Compiler.Bind.Production;

/// <summary>Makes conditions short with the diagram: leaves out what is known wherever the answer matters.</summary>
internal sealed class TermReduction(DecisionDiagram diagram, ProductionVariables variables, ProductionFormulas formulas)
{
    /// <summary>Shortens conditions. The result holds wherever they do and <paramref name="matters"/> holds.</summary>
    /// <param name="conditions">The conditions.</param>
    /// <param name="matters">Where it matters whether they hold.</param>
    /// <remarks>
    /// Where it matters and every condition that they ask has a value, the result holds exactly where they do. A literal is
    /// only ever left out, and a term only where it cannot hold, so that nothing is lost where a condition has no value.
    /// </remarks>
    public Disjunction Reduce(Disjunction conditions, int matters)
    {
        if (conditions.IsAlways)
        {
            return conditions;
        }

        matters = matters == DecisionDiagram.Overflow ? DecisionDiagram.True : matters;
        var all = formulas.Formula(conditions);
        if (all == DecisionDiagram.Overflow)
        {
            return conditions;
        }

        var possible = conditions
            .Terms.Where(term => diagram.And(formulas.Formula(term), matters) != DecisionDiagram.False)
            .ToList();
        if (possible.Count == 0)
        {
            return conditions;
        }

        return diagram.Implies(AllPresent(matters), AllPresent(all))
            ? Disjunction.Always
            : Disjunction.Of(
                possible.Select(term => Shorten(term, matters, all)),
                variables.Sizes,
                dropsComplete: false
            );
    }

    // Later conditions are left out first: to wait for fewer is to start earlier.
    private Term Shorten(Term term, int matters, int all)
    {
        for (var position = term.Literals.Count - 1; position >= 0; position--)
        {
            var shorter = term.Without(position);
            if (diagram.Implies(diagram.And(formulas.Formula(shorter), matters), all))
            {
                term = shorter;
            }
        }

        return term;
    }

    private int AllPresent(int formula) =>
        diagram
            .Support(formula)
            .Where(variables.IsPresence)
            .Aggregate(formula, (rest, variable) => diagram.Restrict(rest, variable, 1));
}
