namespace Sluice.Compiler.Bind.Production;

/// <summary>Describes when a formula does not hold.</summary>
internal sealed class AbsencePhrase(DecisionDiagram diagram, ProductionVariables variables, ValueNeeds needs)
{
    /// <summary>Returns a clause that says when something has no value.</summary>
    /// <param name="formula">The formula of its presence.</param>
    public string Of(int formula)
    {
        if (formula == DecisionDiagram.Overflow)
        {
            return "its conditions are too complex to prove that it is always produced";
        }

        var refutation = diagram.ShortestRefutation(formula);
        if (refutation.Count == 0)
        {
            return "nothing ever produces it";
        }

        var first = refutation[0];
        return refutation.Count == 1 && IsSwitch(first, formula)
            ? $"it is produced only if {Phrase(first with { Values = first.Values.Complement(2) })}"
            : $"nothing produces it if {string.Join(" and ", refutation.Select(Phrase))}";
    }

    /// <summary>
    /// Returns the first stage in the shortest explanation of the absence that skips itself, or -1 if there is none.
    /// </summary>
    /// <param name="formula">The formula of the presence.</param>
    public int Skipping(int formula)
    {
        if (formula == DecisionDiagram.Overflow)
        {
            return -1;
        }

        foreach (var literal in diagram.ShortestRefutation(formula))
        {
            var source = variables.Source(literal.Variable);
            if (
                variables.IsPresence(literal.Variable)
                && source.Kind == BindingKind.Stage
                && !literal.Values.Contains(1)
                && needs.MayGiveNothing(source.Index)
            )
            {
                return source.Index;
            }
        }

        return -1;
    }

    // If a single condition with two values decides, the phrase is clearer when it names the value for which something
    // is produced.
    private bool IsSwitch(Literal literal, int formula) =>
        variables.Sizes[literal.Variable] == 2
        && !variables.IsPresence(literal.Variable)
        && diagram.Support(formula).Count == 1;

    private string Phrase(Literal literal)
    {
        if (!variables.IsPresence(literal.Variable))
        {
            return variables.Condition(literal.Variable).Phrase(literal.Values);
        }

        var source = variables.Source(literal.Variable);
        var name = $"'{needs.Name(source)}'";
        var hasValue = literal.Values.Contains(1);
        return source.Kind == BindingKind.Input ? $"input {name} has {(hasValue ? "a" : "no")} value"
            : hasValue ? $"{name} produces a value"
            // A stage that always returns a value can lack one only if its failure is handled.
            : needs.MayGiveNothing(source.Index) ? $"{name} produces nothing"
            : $"{name} fails";
    }
}
