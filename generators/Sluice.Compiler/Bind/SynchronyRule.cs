using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>Reports asynchronous stages that a synchronous entry point would have to wait for.</summary>
internal static class SynchronyRule
{
    public static bool Check(PipelineModel model, int entryPoint, StageInclusion inclusion, FindingList findings)
    {
        var target = model.EntryPoints[entryPoint];
        if (target.Return != ReturnShape.Synchronous)
        {
            return false;
        }

        var asynchronous = inclusion.Stages.Where(stage => model.Stages[stage].IsAsynchronous).ToList();
        foreach (var stage in asynchronous)
        {
            findings.Add(
                Rule.AsynchronousStageBehindSynchronousEntryPoint,
                new NodeReference(NodeKind.EntryPoint, entryPoint),
                [
                    target.Name,
                    model.Stages[stage].Name,
                    model.Stages[stage].Return == ReturnShape.Synchronous ? "offloaded" : "asynchronous",
                    Phrases.NeedChain(model, target, stage, inclusion),
                    target.Outputs.Count == 0 ? "ValueTask" : $"ValueTask<{ShortReturnType(model, target)}>",
                    model.Stages[stage].IsEffect ? "keep the effect out of it with Only" : "make the stage synchronous",
                ],
                [new NodeReference(NodeKind.Stage, stage)]
            );
        }

        return asynchronous.Count > 0;
    }

    private static string ShortReturnType(PipelineModel model, EntryPointModel target)
    {
        var elements = target.Outputs.Select(output =>
            output.Name is null
                ? Phrases.DisplayName(model, output.Type)
                : $"{Phrases.DisplayName(model, output.Type)} {output.Name}"
        );
        return target.IsTuple ? $"({string.Join(", ", elements)})" : elements.First();
    }
}
