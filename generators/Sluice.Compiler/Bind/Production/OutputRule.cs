using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Bind.Production;

/// <summary>Reports outputs that may be absent but have no optional form.</summary>
internal static class OutputRule
{
    /// <summary>Checks the outputs of an entry point.</summary>
    /// <returns>Whether an output has been reported.</returns>
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
            string[] arguments =
            [
                Phrases.Output(target, output),
                phrase.Of(formula),
                Remedy(model, target, target.Outputs[output].Type) + Promise(needs, phrase.Skipping(formula)),
            ];
            findings.Add(
                new Finding(
                    Rule.OutputMayBeAbsent,
                    new NodeReference(NodeKind.EntryPoint, graph.EntryPoint),
                    arguments.ToEquatableArray(),
                    default
                )
                {
                    Output = target.Delivery == Delivery.Stream ? -1 : output,
                }
            );
        }

        return isBroken;
    }

    // A stage that returns an outcome only to fail or to request a retry never skips itself.
    private static string Promise(ValueNeeds needs, int stage) =>
        stage >= 0 && needs.Stage(stage).Form == ValueForm.Outcome
            ? $"; if '{needs.Stage(stage).Name}' never skips itself, declare it with [Stage(Skips = false)]"
            : "";

    private static string Remedy(PipelineModel model, EntryPointModel target, int type)
    {
        // A caller gets the stream before it is known whether the stream will be produced.
        if (target.Delivery == Delivery.Stream)
        {
            return "Let it always be produced, with an empty stream if there are no items";
        }

        var name = Phrases.DisplayName(model, type);
        return $"Declare it as 'Optional<{name}>' or '{name}?', or let it always be produced";
    }
}
