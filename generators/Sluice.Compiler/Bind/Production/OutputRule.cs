using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind.Production;

/// <summary>Reports outputs that may be absent and do not say so.</summary>
internal static class OutputRule
{
    /// <summary>Reports them.</summary>
    /// <returns>Whether there are any.</returns>
    public static bool Check(
        PipelineModel model,
        ValueNeeds needs,
        ProductionFormulas formulas,
        AbsencePhrase phrase,
        FindingList findings
    )
    {
        var graph = needs.Graph;
        var target = needs.EntryPoint;
        if (target.Delivery == Delivery.Result)
        {
            return false;
        }

        var isBroken = false;
        for (var output = 0; output < graph.Outputs.Count; output++)
        {
            var formula = formulas.Produced(graph.Outputs[output]);
            if (target.Outputs[output].Form != ValueForm.Plain || formula == DecisionDiagram.True)
            {
                continue;
            }

            isBroken = true;
            var type = Phrases.DisplayName(model, target.Outputs[output].Type);
            findings.Add(
                Rule.OutputMayBeAbsent,
                new NodeReference(NodeKind.EntryPoint, graph.EntryPoint),
                target.Name,
                $"'{target.Outputs[output].Name ?? type}'",
                phrase.Of(formula),
                $"'Optional<{type}>' or '{type}?'"
            );
        }

        return isBroken;
    }
}
