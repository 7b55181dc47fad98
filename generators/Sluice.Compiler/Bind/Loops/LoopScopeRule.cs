using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Bind.Loops;

/// <summary>Reports values of a loop's body that are taken outside of it.</summary>
internal static class LoopScopeRule
{
    /// <summary>Reports the values of a loop.</summary>
    public static void Check(LoopCheck check, int decision, IReadOnlyList<Resolution> outputs)
    {
        for (var output = 0; output < outputs.Count; output++)
        {
            foreach (var taken in Hidden(check, decision, outputs[output]))
            {
                var subject = Phrases.Output(check.EntryPoint, output);
                Report(
                    check,
                    decision,
                    check.EntryPointNode,
                    char.ToUpperInvariant(subject[0]) + subject.Substring(1),
                    taken
                );
            }
        }

        foreach (var stage in check.Inclusion.Stages.Where(stage => !check.Regions.IsInBody(decision, stage)))
        {
            var found = check.Resolutions.Of(stage);
            for (var parameter = 0; parameter < found.Count; parameter++)
            {
                // A stage that takes the carried value outside of the loop is reported for that.
                if (check.Table.LoopOf(stage, parameter) == decision)
                {
                    continue;
                }

                foreach (var taken in Hidden(check, decision, found[parameter]))
                {
                    Report(
                        check,
                        decision,
                        new NodeReference(NodeKind.Stage, stage, parameter),
                        $"Parameter '{check.Model.Stages[stage].Parameters[parameter].Name}' of stage '{check.Name(stage)}'",
                        taken
                    );
                }
            }

            foreach (
                var condition in check
                    .Resolutions.ConditionsOf(stage)
                    .Select(condition => condition.Stage)
                    .Where(condition => IsHidden(check, decision, condition))
            )
            {
                Report(
                    check,
                    decision,
                    new NodeReference(NodeKind.Stage, stage),
                    $"A condition of stage '{check.Name(stage)}'",
                    condition
                );
            }
        }
    }

    private static IEnumerable<int> Hidden(LoopCheck check, int decision, Resolution resolution) =>
        resolution.Stages.Where(stage => IsHidden(check, decision, stage));

    private static bool IsHidden(LoopCheck check, int decision, int stage) =>
        stage >= 0 && stage != decision && check.Regions.IsInBody(decision, stage);

    private static void Report(LoopCheck check, int decision, NodeReference node, string subject, int taken) =>
        check.Report(Rule.LoopValueOutside, node, [subject, check.Name(taken), check.Name(decision)]);
}
