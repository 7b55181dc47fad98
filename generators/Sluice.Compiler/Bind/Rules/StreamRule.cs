using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Bind;

/// <summary>Reports streams with several consumers, since a stream can be read only once.</summary>
internal static class StreamRule
{
    public static bool Check(PipelineModel model, int entryPoint, ReceiverTable receivers, FindingList findings)
    {
        var target = model.EntryPoints[entryPoint];
        var isBroken = false;
        foreach (var producer in receivers.Producers)
        {
            var type = ProducedType.Of(model, target, producer);
            var all = receivers.Of(producer);
            if (type < 0 || !model.Types[type].IsStream || all.Count == 1)
            {
                continue;
            }

            isBroken = true;
            findings.Add(
                Rule.SharedStream,
                producer.Kind == BindingKind.Stage
                    ? new NodeReference(NodeKind.Stage, producer.Index)
                    : new NodeReference(NodeKind.EntryPoint, entryPoint),
                [
                    Phrases.Producer(model, target, producer),
                    Phrases.DisplayName(model, type),
                    Phrases.Enumeration([.. all.Select(receivers.Name)], "and"),
                ],
                ReceiverTable.Nodes(all)
            );
        }

        return isBroken;
    }
}
