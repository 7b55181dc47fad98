using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Bind;

/// <summary>
/// Determines the form in which the results of a stage that runs for each element are taken, and reports receivers that
/// disagree. There is only one list of results, and it has one type.
/// </summary>
internal static class ResultFormRule
{
    public static bool Check(
        PipelineModel model,
        ProducerTable producers,
        ReceiverTable receivers,
        FindingList findings
    )
    {
        var isBroken = false;
        foreach (var producer in receivers.Producers)
        {
            if (producer.Kind != BindingKind.Stage || model.Stages[producer.Index].Each is null)
            {
                continue;
            }

            var all = receivers.Of(producer);
            var stage = model.Stages[producer.Index];
            var forms = all.GroupBy(receiver => FormOf(model, producers, stage, receiver)).ToList();
            if (forms.Count > 1)
            {
                isBroken = true;
                findings.Add(
                    Rule.MixedResultForms,
                    new NodeReference(NodeKind.Stage, producer.Index),
                    [
                        stage.Name,
                        Phrases.Enumeration([.. forms.Select(form => Describe(model, receivers, form.First()))], "and"),
                    ],
                    ReceiverTable.Nodes(forms.Select(form => form.First()))
                );
            }
        }

        return isBroken;
    }

    /// <summary>Returns the form in which the results of a stage are taken.</summary>
    /// <param name="model">The pipeline.</param>
    /// <param name="producers">The types that stages produce.</param>
    /// <param name="receivers">The receivers of values.</param>
    /// <param name="stage">The index of the stage in the model.</param>
    public static ValueForm Of(PipelineModel model, ProducerTable producers, ReceiverTable receivers, int stage)
    {
        var all = receivers.Of(new Binding(BindingKind.Stage, stage));
        return model.Stages[stage].Each is null || all.Count == 0
            ? ValueForm.Plain
            : FormOf(model, producers, model.Stages[stage], all[0]);
    }

    private static ValueForm FormOf(
        PipelineModel model,
        ProducerTable producers,
        StageModel stage,
        Receiver receiver
    ) =>
        producers.Accepts(stage.OutputType, receiver.Taken)
            ? ValueForm.Plain
            : ResultForms.FormIn(model, receiver.Taken);

    private static string Describe(PipelineModel model, ReceiverTable receivers, Receiver receiver) =>
        $"{receivers.Name(receiver)} takes '{Phrases.Taken(model, receiver.Taken)}'";
}
