using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind.Production;

/// <summary>
/// Selects the values whose presence a stage must check before it runs, in addition to its own conditions.
/// </summary>
internal sealed class RequirementSelection(
    PipelineModel model,
    DecisionDiagram diagram,
    ValueNeeds needs,
    ProductionFormulas formulas,
    IReadOnlyList<Disjunction> demand
)
{
    /// <summary>
    /// Returns the values that a stage requires and that may be absent although the stage is needed, its conditions
    /// hold and its other requirements are met.
    /// </summary>
    public IReadOnlyList<Binding> Of(int position)
    {
        if (model.ContinuesOnFailure)
        {
            return [.. needs.Required[position].Where(required => MayFail(required, position))];
        }

        var missing = needs
            .Required[position]
            .Where(required => formulas.Produced(required) != DecisionDiagram.True)
            .ToList();
        if (missing.Count == 0)
        {
            return missing;
        }

        var known = diagram.And(formulas.Formula(demand[position]), formulas.Conditions(needs.Graph.Stages[position]));
        for (var index = missing.Count - 1; index >= 0; index--)
        {
            var others = missing.Where((_, other) => other != index);
            if (diagram.Implies(diagram.And(known, formulas.All(others)), formulas.Produced(missing[index])))
            {
                missing.RemoveAt(index);
            }
        }

        return missing;
    }

    // If runs continue after failures, any stage may lack a value; but the source of a condition that holds has one.
    private bool MayFail(Binding required, int position) =>
        required.Producers.All(producer =>
            (producer.Kind == BindingKind.Stage || needs.MayLack(producer))
            && needs.Graph.Stages[position].Conditions.All(condition => condition.Source != producer)
        );
}
