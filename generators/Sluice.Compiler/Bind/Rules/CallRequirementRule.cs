using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Bind;

/// <summary>
/// Warns about stages with call requirements that the entry point does not announce to its own callers. The compiler's
/// own warning is suppressed in the emitted file, because the user could not correct it there.
/// </summary>
internal static class CallRequirementRule
{
    public static void Check(
        PipelineModel model,
        EntryPointModel entryPoint,
        StageInclusion inclusion,
        FindingList findings
    )
    {
        foreach (var stage in inclusion.Stages)
        {
            foreach (var requirement in (model.Stages[stage].AllRequirements & ~entryPoint.Requirements).Single())
            {
                findings.Add(
                    new Finding(
                        Rule.HiddenCallRequirement,
                        new NodeReference(NodeKind.Stage, stage),
                        new EquatableArray<string>([
                            model.Stages[stage].Name,
                            $"Requires{requirement}",
                            entryPoint.Name,
                        ]),
                        default
                    )
                    {
                        Requirement = requirement,
                    }
                );
            }
        }
    }
}
