using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Bind.Loops;

/// <summary>Reports <c>[Carried]</c> that does not belong to exactly one loop, and names of stages that do not exist.</summary>
internal static class LoopReferenceRule
{
    /// <summary>Reports the references of the stages that run.</summary>
    public static void Check(LoopCheck check)
    {
        foreach (var (stage, parameter) in check.Table.Carried.Where(row => check.Inclusion.Contains(row.Stage)))
        {
            if (check.Table.IsInvalid(stage, parameter))
            {
                CheckCarried(check, stage, parameter);
            }
        }

        foreach (var decision in check.Regions.Decisions)
        {
            foreach (var (name, stages) in check.Table.InvalidStarts(check.Tables, decision))
            {
                CheckStart(check, decision, name, stages);
            }
        }
    }

    private static void CheckCarried(LoopCheck check, int stage, int parameter)
    {
        var found = check.Table.LoopsOf(stage, parameter);
        var declared = check.Model.Stages[stage].Parameters[parameter];
        var type = Phrases.Taken(check.Model, stage, parameter);

        // The loop that is meant may be one that is reported for another reason.
        if (found.Count == 0 && (check.Table.HasUnknownLoops || check.HasRejectedStages))
        {
            return;
        }

        check.Report(
            Rule.InvalidLoopReference,
            new NodeReference(NodeKind.Stage, stage, parameter),
            [
                $"[Carried] on {Phrases.Parameter(check.Model, stage, parameter)}",
                found.Count > 1
                    ? $"loops {Phrases.List([.. found.Select(check.Name)], "and")} carry a '{type}'. Name the one that is "
                        + $"meant, such as [Carried(\"{check.Name(found[0])}\")]."
                : declared.Carried!.Loop is { } name
                    ? $"it names '{name}', which does not decide a loop that carries a '{type}'. {Remedy(check, stage, declared, type)}"
                : $"no loop of the pipeline carries a '{type}'. Let a stage with [Loop] return a 'Loop<{type}, TResult>', or "
                    + "remove [Carried].",
            ]
        );
    }

    private static string Remedy(LoopCheck check, int stage, ParameterModel parameter, string type)
    {
        var taken = Taken.By(check.Model.Stages[stage], parameter);
        var fitting = check
            .Table.Decisions.Where(decision =>
                check.Loop(decision).HasState && check.Tables.Producers.Accepts(check.Loop(decision).StateType, taken)
            )
            .Select(check.Name)
            .ToList();
        return fitting.Count == 0
            ? $"Let a stage with [Loop] return a 'Loop<{type}, TResult>', or remove [Carried]."
            : $"Name {Phrases.List(fitting, "or")}.";
    }

    private static void CheckStart(LoopCheck check, int decision, string name, IReadOnlyList<int> stages)
    {
        if (stages.Count == 0 && check.HasRejectedStages)
        {
            return;
        }

        check.Report(
            Rule.InvalidLoopReference,
            new NodeReference(NodeKind.Stage, decision),
            [
                $"From in [Loop] on stage '{check.Name(decision)}'",
                stages.Count > 1
                    ? $"it names '{name}', which may be {Phrases.List([.. stages.Select(check.Name)], "or")}. Name one of them in "
                        + "this way."
                : check.Tables.Names.IsInput(name)
                    ? $"it names '{name}', which is an input and does not run in rounds. Name a stage that does."
                : $"it names '{name}', which is not a stage of the pipeline. "
                    + NearestNames.Suggest(
                        check.Tables,
                        name,
                        NameFindings.StageNames(check.Model),
                        "Name a stage at which the body begins."
                    ),
            ]
        );
    }
}
