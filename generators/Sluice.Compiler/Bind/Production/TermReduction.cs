namespace Sluice.Compiler.Bind.Production;

/// <summary>
/// Shortens conditions with the help of the diagram, by omitting what is known whenever the result matters.
/// </summary>
internal sealed class TermReduction(DecisionDiagram diagram, ProductionVariables variables, ProductionFormulas formulas)
{
    /// <summary>
    /// Shortens conditions. The result holds whenever the conditions and <paramref name="matters"/> hold.
    /// </summary>
    /// <param name="conditions">The conditions.</param>
    /// <param name="matters">The formula under which it matters whether the conditions hold.</param>
    /// <remarks>
    /// If the result matters and every condition that the terms refer to has a value, the result is equivalent to the
    /// conditions. Literals are only omitted, and terms only if they cannot hold, so that nothing is lost if a
    /// condition has no value.
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

    // Later conditions are omitted first, because a stage that waits for fewer stages starts earlier.
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
