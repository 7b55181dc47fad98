using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Bind;

/// <summary>
/// Warns of stages that require something of their callers which the entry point does not tell its own. In what is emitted the
/// compiler's warning of it is suppressed, as nobody could mend it there.
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
