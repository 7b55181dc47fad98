using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Bind.Production;

/// <summary>
/// Finds stages that can never run. Stages that only depend on such a stage are not reported, since correcting the one
/// corrects the others.
/// </summary>
/// <param name="model">The pipeline.</param>
/// <param name="diagram">The diagram of the formulas.</param>
/// <param name="variables">The variables of the formulas.</param>
/// <param name="needs">The values that the stages need.</param>
/// <param name="undemanded">
/// The formulas under which each stage could run if its output were always needed. They reveal contradicting
/// conditions.
/// </param>
/// <param name="formulas">The formulas under which each stage runs.</param>
/// <param name="findings">Receives the findings.</param>
internal sealed class NeverRunRule(
    PipelineModel model,
    DecisionDiagram diagram,
    ProductionVariables variables,
    ValueNeeds needs,
    ProductionFormulas undemanded,
    ProductionFormulas formulas,
    FindingList findings
)
{
    public void Check()
    {
        for (var position = 0; position < needs.Graph.Stages.Count; position++)
        {
            if (formulas.Runs(position) == DecisionDiagram.False && Reason(position) is { } reason)
            {
                var stage = needs.Graph.Stages[position].Stage;
                findings.Suspect(
                    Rule.ConditionNeverHolds,
                    new NodeReference(NodeKind.Stage, stage),
                    model.Stages[stage].Name,
                    reason
                );
            }
        }
    }

    private string? Reason(int position)
    {
        var stage = needs.Graph.Stages[position];
        var required = needs.Required[position];
        if (
            stage
                .Conditions.Select(condition => condition.Source)
                .Concat(required)
                .Any(source => undemanded.Produced(source) == DecisionDiagram.False)
        )
        {
            return null;
        }

        var conditions = stage
            .Conditions.Select(condition => new Requisite(
                $"that {Phrase(condition)}",
                diagram.And(
                    undemanded.Produced(condition.Source),
                    diagram.Has(variables.Literal(condition).Variable, variables.Literal(condition).Values)
                )
            ))
            .ToList();
        var all = conditions.Concat(
            required.Select(needed => new Requisite($"a value from {Name(needed)}", undemanded.Produced(needed)))
        );
        var contradicting = Contradicting(conditions) ?? Contradicting([.. all]);
        if (contradicting is null)
        {
            // The conditions can hold, but only when the stages that take the value do not run.
            return stage.Conditions.Count == 0 || !CanBeNeeded(position)
                ? null
                : $"it requires {Join([.. conditions.Select(condition => condition.Text)])}, and then nothing needs its output";
        }

        return contradicting.Count == 1
            ? $"it requires {contradicting[0].Text}, which is never the case"
            : $"it requires {Join([.. contradicting.Select(requisite => requisite.Text)])}, which contradict each other";
    }

    // If none of the stages that take its value ever run, those stages are at fault.
    private bool CanBeNeeded(int position) =>
        needs.Takers(position).Any(taker => taker.IsOutput || formulas.Runs(taker.Stage) != DecisionDiagram.False);

    /// <summary>
    /// Returns a minimal set of requisites that never hold together, or <see langword="null"/> if all can hold
    /// together.
    /// </summary>
    private List<Requisite>? Contradicting(List<Requisite> requisites)
    {
        if (All(requisites) != DecisionDiagram.False)
        {
            return null;
        }

        var contradicting = requisites;
        for (var index = contradicting.Count - 1; index >= 0; index--)
        {
            List<Requisite> fewer = [.. contradicting.Where((_, other) => other != index)];
            contradicting = All(fewer) == DecisionDiagram.False ? fewer : contradicting;
        }

        return contradicting;
    }

    private int All(List<Requisite> requisites) =>
        requisites.Aggregate(DecisionDiagram.True, (formula, requisite) => diagram.And(formula, requisite.Formula));

    private string Phrase(BoundCondition condition)
    {
        var literal = variables.Literal(condition);
        var variable = variables.Condition(literal.Variable);
        return literal.Values.IsEmpty
            ? $"'{variable.Name}' is {(condition.IsNegated ? "none of its values" : "a value that it cannot have")}"
            : variable.Phrase(literal.Values);
    }

    private string Name(Binding binding) =>
        binding.Kind == BindingKind.Merge
            ? Phrases.List([.. binding.Sources.Select(needs.Name)], "or")
            : $"'{needs.Name(binding)}'";

    private static string Join(IReadOnlyList<string> items) => string.Join(" and ", items);

    private sealed record Requisite(string Text, int Formula);
}
