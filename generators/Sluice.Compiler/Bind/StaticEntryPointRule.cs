using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>Reports stages that need an instance and are needed by an entry point that has none.</summary>
internal static class StaticEntryPointRule
{
    public static bool Check(PipelineModel model, int entryPoint, StageInclusion inclusion, FindingList findings)
    {
        var target = model.EntryPoints[entryPoint];
        if (!target.IsStatic)
        {
            return false;
        }

        var needingInstance = inclusion.Stages.Where(stage => NeedsInstance(model, model.Stages[stage])).ToList();
        foreach (var stage in needingInstance)
        {
            findings.Add(
                Rule.InstanceStageBehindStaticEntryPoint,
                new NodeReference(NodeKind.EntryPoint, entryPoint),
                [
                    target.Name,
                    model.Stages[stage].Name,
                    Phrases.NeedChain(model, target, stage, inclusion),
                    Remedy(model, model.Stages[stage]),
                ],
                [new NodeReference(NodeKind.Stage, stage)]
            );
        }

        return needingInstance.Count > 0;
    }

    private static bool NeedsInstance(PipelineModel model, StageModel stage) =>
        !stage.IsStatic && !model.Sources[stage.Source].IsStatic;

    private static string Remedy(PipelineModel model, StageModel stage) =>
        stage switch
        {
            { IsEffect: true } => "keep the effect out of it with Only",
            _ when model.Sources[stage.Source].Kind == StageSourceKind.Member =>
                $"make '{model.Sources[stage.Source].Member}' static",
            _ => "make the stage static",
        };
}
