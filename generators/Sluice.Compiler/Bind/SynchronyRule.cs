using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>Reports asynchronous stages that a synchronous entry point would have to wait for.</summary>
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

        var asynchronous = inclusion
            .Stages.Where(stage => Asynchrony.MayEndLater(model, target, stage, resolutions))
            .ToList();
        foreach (var stage in asynchronous)
        {
            findings.Add(
                Rule.AsynchronousStageBehindSynchronousEntryPoint,
                new NodeReference(NodeKind.EntryPoint, entryPoint),
                [
                    target.Name,
                    model.Stages[stage].Name,
                    Reason(model.Stages[stage]),
                    Phrases.NeedChain(model, target, stage, inclusion),
                    target.Outputs.Count == 0 && target.Delivery == Delivery.Value
                        ? "ValueTask"
                        : $"ValueTask<{ShortReturnType(model, target)}>",
                    Remedy(model.Stages[stage]),
                ],
                [new NodeReference(NodeKind.Stage, stage)]
            );
        }

        return asynchronous.Count > 0;
    }

    private static string Reason(StageModel stage) =>
        stage.Return != ReturnShape.Synchronous ? "is asynchronous"
        : stage.IsOffloaded ? "is offloaded"
        : "goes through a stream";

    private static string Remedy(StageModel stage) =>
        stage.IsEffect ? "keep the effect out of it with Only"
        : stage.IsAsynchronous ? "make the stage synchronous"
        : "give the stage a collection that is no stream";

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
