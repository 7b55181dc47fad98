using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Bind;

/// <summary>Reports effects and guards with <c>Always</c> that no entry point can run.</summary>
/// <remarks>
/// Only stages of the pipeline's own class are reported, since not every pipeline that shares a class has the values for
/// all of its effects. An effect that <c>Only</c> restricts is included by the entry points that it names, even if it
/// lacks values there.
/// </remarks>
internal static class AlwaysRules
{
    public static void Check(
        PipelineModel model,
        HashSet<int> used,
        IReadOnlyList<Omission> omissions,
        FindingList findings
    )
    {
        // A rejected stage or entry point may be the one that would provide the missing value.
        if (findings.HasRejectedStages || findings.HasRejectedEntryPoints)
        {
            return;
        }

        var reported = new HashSet<int>();
        foreach (var omission in omissions)
        {
            var effect = model.Stages[omission.Effect];
            if (
                effect is not { RunsAlways: true, Source: 0 }
                || used.Contains(omission.Effect)
                || !reported.Add(omission.Effect)
            )
            {
                continue;
            }

            var gap = omission.Gap;
            var stage = model.Stages[gap.Stage];
            var (missing, subject) =
                gap.Condition >= 0
                    ? (stage.Conditions[gap.Condition].Name, $"a condition of stage '{stage.Name}'")
                    : (
                        Phrases.Taken(model, gap.Stage, gap.Parameter),
                        Phrases.Parameter(model, gap.Stage, gap.Parameter)
                    );
            findings.Add(
                Rule.MissingDependency,
                new NodeReference(NodeKind.Stage, gap.Stage, gap.Parameter),
                missing,
                subject,
                $"Stage '{effect.Name}' always runs, so at least one entry point must be able to run it: let an "
                    + "entry point take the missing value, or remove 'Always'"
            );
        }
    }
}
