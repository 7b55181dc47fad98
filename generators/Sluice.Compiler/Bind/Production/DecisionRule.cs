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
            if (body.Count > 0 && Deciding(diagram, variables, needs, body, formulas.Runs(position)) is { } source)
            {
                isBroken = true;
                var bound = needs.Graph.Stages[position];
                var stage = bound.Stage;
                findings.Add(
                    Rule.DecisionMayBeSkipped,
                    new NodeReference(NodeKind.Stage, stage),
                    model.Stages[stage].Name,
                    source < 0 ? "a stage of the loop" : $"'{needs.Stage(source).Name}'",
                    bound.Conditions.Any(condition => IsIn(body, condition.Source))
                        ? "Remove the condition, and take its value in the method."
                        : "Take the value that may be absent as Optional<T>, or merge it with another by [From]."
                );
            }
        }

        return isBroken;
    }

    // The position of the stage of the body that decides, or -1 if the formula is too large to tell.
    private static int? Deciding(
        DecisionDiagram diagram,
        ProductionVariables variables,
        ValueNeeds needs,
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
            // A failure ends the loop, also if an outcome handles it, so only a stage that skips itself counts.
            var source = variables.Source(variable);
            if (IsIn(body, source) && (!variables.IsPresence(variable) || needs.MayGiveNothing(source.Index)))
            {
                return source.Index;
            }
        }

        return null;
    }

    private static bool IsIn(EquatableArray<int> body, Binding source) =>
        source.Kind == BindingKind.Stage && body.Contains(source.Index);
}
