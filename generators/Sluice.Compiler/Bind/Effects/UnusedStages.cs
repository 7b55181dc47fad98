using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Bind;

/// <summary>Warns about stages that no entry point runs.</summary>
/// <remarks>
/// Only stages of the pipeline's own class are reported, since a class that several pipelines share often has stages
/// that one of them does not use. Nothing is reported if there are errors, because an error may be the reason why a
/// stage is unused.
/// </remarks>
internal static class UnusedStages
{
    public static void Check(
        PipelineModel model,
        IReadOnlyCollection<int> used,
        IReadOnlyList<Omission> omissions,
        FindingList findings
    )
    {
        if (findings.HasErrors || model.EntryPoints.Count == 0)
        {
            return;
        }

        var reasons = new Dictionary<int, Omission>();
        foreach (var omission in omissions)
        {
            if (!reasons.ContainsKey(omission.Effect))
            {
                reasons.Add(omission.Effect, omission);
            }
        }

        var isUsed = new HashSet<int>(used);
        for (var index = 0; index < model.Stages.Count; index++)
        {
            var stage = model.Stages[index];
            if (stage.Source == 0 && !stage.IsCondition && !isUsed.Contains(index))
            {
                findings.Add(
                    Rule.UnusedStage,
                    new NodeReference(NodeKind.Stage, index),
                    stage.Name,
                    stage.RunsUnasked
                        ? EffectReason(model, stage, reasons.TryGetValue(index, out var omission) ? omission : null)
                        : $"no stage or output that runs takes the '{Phrases.DisplayName(model, stage.OutputType)}' that it produces. Use the value, or remove the stage."
                );
            }
        }
    }

    /// <summary>Returns a clause that says why an entry point leaves an effect out.</summary>
    public static string Reason(PipelineModel model, Omission omission)
    {
        var entryPoint = model.EntryPoints[omission.EntryPoint];
        var gap = omission.Gap;
        if (gap.Condition >= 0)
        {
            return $"'{entryPoint.Name}' neither takes nor needs '{model.Stages[gap.Stage].Conditions[gap.Condition].Name}', which a "
                + $"condition of stage '{model.Stages[gap.Stage].Name}' needs";
        }

        var type = Phrases.Taken(model, gap.Stage, gap.Parameter);
        var subject = Phrases.Parameter(model, gap.Stage, gap.Parameter);
        return entryPoint.Outputs.Count == 0
            ? $"'{entryPoint.Name}' has no '{type}' for {subject}"
            : $"'{entryPoint.Name}' neither takes nor needs a '{type}', which {subject} takes";
    }

    private static string EffectReason(PipelineModel model, StageModel stage, Omission? omission) =>
        omission is { } reason
            ? $"{Reason(model, reason)}, and {(stage.IsEffect ? "an effect" : "a guard")} does not cause producers to run. Provide the value, or remove the stage."
            : "its Only permits no entry point. Name one, or remove the stage.";
}
