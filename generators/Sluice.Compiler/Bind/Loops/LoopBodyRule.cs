using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Bind.Loops;

/// <summary>Reports bodies of loops that are incomplete.</summary>
internal static class LoopBodyRule
{
    /// <summary>Reports the stages of a loop that do not lead to its decision, and a decision without other stages.</summary>
    public static void Check(LoopCheck check, int decision)
    {
        var strays = check
            .Table.Starts(decision)
            .Where(start => check.Inclusion.Contains(start) && !check.Regions.IsInBody(decision, start))
            .ToList();
        foreach (var stray in strays)
        {
            Report(
                check,
                stray,
                decision,
                check.Regions.IsLater(decision, stray)
                        ? $"it needs the result of '{check.Name(decision)}', which is there only after the last round. Return what the "
                            + "stage needs as a part of the result."
                    : check.Model.Stages[stray].IsCondition
                        ? $"'{check.Name(decision)}' does not depend on it. Make it a condition of a stage that '{check.Name(decision)}' "
                            + "needs, or take no value of the loop in it."
                    : $"'{check.Name(decision)}' does not depend on it. Let '{check.Name(decision)}' take its value, or remove the stage "
                        + "from the loop."
            );
        }

        if (check.Regions.BodyOf(decision).Count == 1 && strays.Count == 0 && !check.HasRejectedStages)
        {
            Report(
                check,
                decision,
                decision,
                "it is the only stage of the loop, so nothing would change from one round to the next. Let a stage that it needs take "
                    + "the carried value with [Carried], or write the loop in the method."
            );
        }
    }

    private static void Report(LoopCheck check, int stage, int decision, string reason) =>
        check.Report(
            Rule.StageWithoutWayToDecision,
            new NodeReference(NodeKind.Stage, stage),
            [check.Name(stage), check.Name(decision), reason]
        );
}
