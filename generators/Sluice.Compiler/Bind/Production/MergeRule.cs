using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Bind.Production;

/// <summary>Finds sources of merges that are never taken because an earlier source always has a value.</summary>
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
        CheckOutputs();
        for (var position = 0; position < needs.Graph.Stages.Count; position++)
        {
            if (formulas.Runs(position) == DecisionDiagram.False)
            {
                continue;
            }

            var arguments = needs.Graph.Stages[position].Arguments;
            for (var parameter = 0; parameter < arguments.Count; parameter++)
            {
                if (arguments[parameter].Kind == BindingKind.Merge)
                {
                    CheckParameter(position, parameter, arguments[parameter].Sources);
                }
            }
        }
    }

    private void CheckParameter(int position, int parameter, EquatableArray<Binding> sources)
    {
        var stage = needs.Graph.Stages[position];
        var runs = diagram.And(formulas.Formula(demand[position]), formulas.Conditions(stage));
        if (FirstNeverTaken(runs, sources) is { } never)
        {
            findings.Suspect(
                Rule.MergeSourceNeverTaken,
                new NodeReference(NodeKind.Stage, stage.Stage, parameter),
                Phrases.Parameter(model, stage.Stage, parameter),
                never.Name,
                never.Reason,
                never.Remedy
            );
        }
    }

    private void CheckOutputs()
    {
        for (var output = 0; output < needs.Graph.Outputs.Count; output++)
        {
            if (FirstNeverTaken(DecisionDiagram.True, needs.Graph.Outputs[output].Sources) is { } never)
            {
                findings.Add(
                    Rule.MergeSourceNeverTaken,
                    new NodeReference(NodeKind.EntryPoint, needs.Graph.EntryPoint),
                    Phrases.Output(needs.EntryPoint, output),
                    never.Name,
                    never.Reason,
                    never.Remedy
                );
            }
        }
    }

    /// <summary>Returns the first source that is never taken, or <see langword="null"/>.</summary>
    /// <param name="runs">The formula under which the merge is used.</param>
    /// <param name="sources">Its sources.</param>
    private NeverTaken? FirstNeverTaken(int runs, EquatableArray<Binding> sources)
    {
        for (var index = 1; index < sources.Count; index++)
        {
            // A source that never has a value is reported as a stage that never runs.
            var produced = formulas.Produced(sources[index]);
            if (produced == DecisionDiagram.False)
            {
                continue;
            }

            var name = needs.Name(sources[index]);
            var taken = diagram.And(runs, produced);
            if (taken == DecisionDiagram.False)
            {
                return new NeverTaken(name, "it has no value when the stage runs", "Remove it from [From]");
            }

            if (ReasonBehindOthers(taken, sources, index) is { } reason)
            {
                return new NeverTaken(name, reason, "Name it first, or remove it from [From]");
            }
        }

        return null;
    }

    private string? ReasonBehindOthers(int taken, EquatableArray<Binding> sources, int index)
    {
        var earlier = sources.Take(index).ToList();
        var first = earlier.Find(source => diagram.Implies(taken, formulas.Produced(source)));
        return first is not null ? $"'{needs.Name(first)}' comes before it and has a value whenever it has one"
            : diagram.Implies(
                taken,
                earlier.Aggregate(DecisionDiagram.False, (any, source) => diagram.Or(any, formulas.Produced(source)))
            )
                ? "one of the earlier sources has a value whenever it has one"
            : null;
    }

    private sealed record NeverTaken(string Name, string Reason, string Remedy);
}
