using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Bind;

/// <summary>Reports stages that need an instance although a static entry point runs them.</summary>
internal static class StaticEntryPointRule
{
    public static bool Check(PipelineModel model, int entryPoint, StageInclusion inclusion, FindingList findings)
    {
        var target = model.EntryPoints[entryPoint];
        if (!target.IsStatic)
        {
            return false;
        }

        var isBroken = false;
        foreach (var stage in inclusion.Stages)
        {
            if (InstanceNeed.RemedyOf(model, model.Stages[stage]) is not { } remedy)
            {
                continue;
            }

            isBroken = true;
            findings.Add(
                Rule.InstanceStageBehindStaticEntryPoint,
                new NodeReference(NodeKind.EntryPoint, entryPoint),
                [
                    target.Name,
                    model.Stages[stage].Name,
                    Phrases.NeedChain(model, target, stage, inclusion),
                    model.Stages[stage].IsEffect ? "exclude the effect from it with Only" : remedy,
                ],
                [new NodeReference(NodeKind.Stage, stage)]
            );
        }

        return isBroken;
    }
}
