using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Bind;

/// <summary>Reports stages for which a synchronous entry point would have to wait.</summary>
internal static class SynchronyRule
{
    public static bool Check(
        PipelineModel model,
        int entryPoint,
        StageInclusion inclusion,
        StageResolutions resolutions,
        FindingList findings
    )
    {
        var target = model.EntryPoints[entryPoint];
        if (target.Return != ReturnShape.Synchronous || target.Delivery == Delivery.Stream)
        {
            return false;
        }

        var isBroken = false;
        foreach (var stage in inclusion.Stages)
        {
            var mayEndLater = Asynchrony.MayEndLater(model, target, stage, resolutions);
            if (WaitReasons.Of(model.Stages[stage], mayEndLater) is not { } reason)
            {
                continue;
            }

            isBroken = true;
            findings.Add(
                Rule.AsynchronousStageBehindSynchronousEntryPoint,
                new NodeReference(NodeKind.EntryPoint, entryPoint),
                [
                    target.Name,
                    model.Stages[stage].Name,
                    reason.Text,
                    Phrases.NeedChain(model, target, stage, inclusion),
                    target.Outputs.Count == 0 && target.Delivery == Delivery.Value
                        ? "ValueTask"
                        : $"ValueTask<{ShortReturnType(model, target)}>",
                    model.Stages[stage].IsEffect ? "exclude the effect from it with Only" : reason.Remedy,
                ],
                [new NodeReference(NodeKind.Stage, stage)]
            );
        }

        return isBroken;
    }

    private static string ShortReturnType(PipelineModel model, EntryPointModel target)
    {
        var elements = target.Outputs.Select(output =>
            output.Name is null
                ? Phrases.OutputType(model, output)
                : $"{Phrases.OutputType(model, output)} {output.Name}"
        );
        var type = target.IsTuple ? $"({string.Join(", ", elements)})" : elements.First();
        return target.Delivery == Delivery.Result ? $"PipelineResult<{type}>" : type;
    }
}
