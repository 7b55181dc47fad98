using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind.Production;

/// <summary>Finds what a stage must look for before it runs, beyond its own conditions.</summary>
internal sealed class RequirementSelection(
    PipelineModel model,
    DecisionDiagram diagram,
    ValueNeeds needs,
    ProductionFormulas formulas,
    IReadOnlyList<Disjunction> demand
)
{
    /// <summary>
    /// What a stage requires and what is not known to be there where the stage is needed, its conditions hold, and the other
    /// requirements are met.
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

    // Where a run goes on after a failure, any stage may have none; but that which a condition compares has a value where it holds.
    private bool MayFail(Binding required, int position) =>
        required.Producers.All(producer =>
            (producer.Kind == BindingKind.Stage || needs.MayLack(producer))
            && needs.Graph.Stages[position].Conditions.All(condition => condition.Source != producer)
        );
}
