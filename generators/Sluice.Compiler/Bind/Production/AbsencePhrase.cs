using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind.Production;

/// <summary>Says when a formula does not hold.</summary>
internal sealed class AbsencePhrase(
    PipelineModel model,
    EntryPointGraph graph,
    DecisionDiagram diagram,
    ProductionVariables variables
)
{
    /// <summary>When something has no value.</summary>
    /// <param name="formula">When it has one.</param>
    public string Of(int formula)
    {
        if (formula == DecisionDiagram.Overflow)
        {
            return "the conditions under which it is produced are too many to prove that they always hold";
        }

        var refutation = diagram.ShortestRefutation(formula);
        if (refutation.Count == 0)
        {
            return "nothing ever produces it";
        }

        var first = refutation[0];
        return refutation.Count == 1 && IsSwitch(first, formula)
            ? $"it is produced only where {Phrase(first with { Values = first.Values.Complement(2) })}"
            : $"nothing produces it where {string.Join(" and ", refutation.Select(Phrase))}";
    }

    // One condition with two values decides: then it reads better to say for which of them it is produced.
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
        if (source.Kind == BindingKind.Input)
        {
            return $"input '{model.EntryPoints[graph.EntryPoint].Inputs[source.Index].Name}' {Has(literal)}";
        }

        // A stage that always returns a value and may have none all the same is one whose failure is handled.
        var stage = model.Stages[graph.Stages[source.Index].Stage];
        var isPartial = stage.Each is null && stage.Form is ValueForm.Optional or ValueForm.Outcome;
        return literal.Values.Contains(1) ? $"'{stage.Name}' produces a value"
            : isPartial ? $"'{stage.Name}' produces nothing"
            : $"'{stage.Name}' fails";
    }

    private static string Has(Literal literal) => literal.Values.Contains(1) ? "has a value" : "has no value";
}
