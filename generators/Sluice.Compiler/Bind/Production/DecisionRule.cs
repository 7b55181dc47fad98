using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Bind.Production;

/// <summary>Reports decisions of loops that a round may skip.</summary>
internal static class DecisionRule
{
    /// <summary>Reports the decisions.</summary>
    /// <param name="model">The pipeline.</param>
    /// <param name="diagram">The diagram of the formulas.</param>
    /// <param name="variables">The variables of the formulas.</param>
    /// <param name="needs">The values that the stages need.</param>
    /// <param name="formulas">The formulas under which each stage runs.</param>
    /// <param name="findings">Receives the findings.</param>
    /// <returns>Whether there are any.</returns>
    public static bool Check(
        PipelineModel model,
        DecisionDiagram diagram,
        ProductionVariables variables,
        ValueNeeds needs,
        ProductionFormulas formulas,
        FindingList findings
    )
    {
        var isBroken = false;
        for (var position = 0; position < needs.Graph.Stages.Count; position++)
        {
            var body = needs.Graph.Stages[position].LoopBody;
            if (body.Count > 0 && Deciding(diagram, variables, body, formulas.Runs(position)) is { } source)
            {
                isBroken = true;
                var stage = needs.Graph.Stages[position].Stage;
                findings.Add(
                    Rule.DecisionMayBeSkipped,
                    new NodeReference(NodeKind.Stage, stage),
                    model.Stages[stage].Name,
                    source < 0 ? "a stage of the loop" : $"'{needs.Stage(source).Name}'"
                );
            }
        }

        return isBroken;
    }

    // The position of the stage of the body that decides, or -1 if the formula is too large to tell.
    private static int? Deciding(
        DecisionDiagram diagram,
        ProductionVariables variables,
        EquatableArray<int> body,
        int runs
    )
    {
        if (runs == DecisionDiagram.Overflow)
        {
            return -1;
        }

        foreach (var variable in diagram.Support(runs))
        {
            if (variables.Source(variable) is { Kind: BindingKind.Stage, Index: var source } && body.Contains(source))
            {
                return source;
            }
        }

        return null;
    }
}
