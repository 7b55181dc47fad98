using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind.Production;

/// <summary>Finds sources of merges that are never taken, as there is always a value before.</summary>
internal sealed class MergeRule(
    DecisionDiagram diagram,
    ValueNeeds needs,
    ProductionFormulas formulas,
    IReadOnlyList<Disjunction> demand,
    PipelineModel model,
    FindingList findings
)
{
    public void Check()
    {
        for (var position = 0; position < needs.Graph.Stages.Count; position++)
        {
            if (formulas.Runs(position) == DecisionDiagram.False)
            {
                continue;
            }

            var arguments = needs.Graph.Stages[position].Arguments;
            for (var parameter = 0; parameter < arguments.Count; parameter++)
            {
                Check(position, parameter, arguments[parameter].Sources);
            }
        }
    }

    private void Check(int position, int parameter, EquatableArray<Binding> sources)
    {
        for (var index = 1; index < sources.Count; index++)
        {
            var stage = needs.Graph.Stages[position];
            if (
                formulas.Produced(sources[index]) != DecisionDiagram.False
                && Reason(stage, position, sources, index) is { } reason
            )
            {
                findings.Suspect(
                    Rule.MergeSourceNeverTaken,
                    new NodeReference(NodeKind.Stage, stage.Stage, parameter),
                    Phrases.Parameter(model, stage.Stage, parameter),
                    needs.Name(sources[index]),
                    reason
                );
                return;
            }
        }
    }

    private string? Reason(BoundStage stage, int position, EquatableArray<Binding> sources, int index)
    {
        var taken = diagram.And(
            diagram.And(formulas.Formula(demand[position]), formulas.Conditions(stage)),
            formulas.Produced(sources[index])
        );
        if (taken == DecisionDiagram.False)
        {
            return "it has no value where the stage runs";
        }

        var earlier = sources.Take(index).ToList();
        var first = earlier.Find(source => diagram.Implies(taken, formulas.Produced(source)));
        return first is not null ? $"'{needs.Name(first)}' comes before it and has a value wherever it has one"
            : diagram.Implies(
                taken,
                earlier.Aggregate(DecisionDiagram.False, (any, source) => diagram.Or(any, formulas.Produced(source)))
            )
                ? "one of those before it has a value wherever it has one"
            : null;
    }
}
