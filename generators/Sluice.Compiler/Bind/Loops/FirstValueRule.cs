using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Bind.Loops;

/// <summary>Reports loops without a first value, and first values that are taken in each round by mistake.</summary>
internal static class FirstValueRule
{
    /// <summary>Reports the mistakes of a loop.</summary>
    public static void Check(LoopCheck check, int decision)
    {
        if (!check.Loop(decision).HasState)
        {
            return;
        }

        if (check.Scopes.Initial(decision) is { } first)
        {
            CheckBody(check, decision, first);
        }
        else if (ReasonAgainstFirst(check, decision) is { } reason)
        {
            check.Report(
                Rule.NoFirstValue,
                new NodeReference(NodeKind.Stage, decision),
                [check.Name(decision), check.State(decision), reason]
            );
        }
        else
        {
            CheckTakers(check, decision);
        }
    }

    // The mistake is in the attribute or in the pipeline, and not in a stage that takes the carried value.
    private static string? ReasonAgainstFirst(LoopCheck check, int decision)
    {
        var type = check.State(decision);
        var first = check.Scopes.First(decision);
        return check.Loop(decision).First is { } name
                ? $"[Loop(First = ...)] names '{name}', which "
                    + (
                        first?.Kind switch
                        {
                            ResolutionKind.Bound =>
                                "runs in each round. Name a stage outside of the loop, or an input.",
                            ResolutionKind.Itself => "decides the loop. Name a stage outside of the loop, or an input.",
                            ResolutionKind.UnknownName => "is neither a stage of the pipeline nor an input of "
                                + $"'{check.EntryPoint.Name}'. {Suggest(check, name)}",
                            ResolutionKind.InputOfOthers => $"is an input of other entry points, but not of "
                                + $"'{check.EntryPoint.Name}', which runs the loop. Add the input.",
                            ResolutionKind.AmbiguousName =>
                                $"may be {Candidates(check, first, "or")}. Rename one of them.",
                            _ => $"does not produce a '{type}'. Name a stage or an input that does.",
                        }
                    )
            : first is { Kind: ResolutionKind.Ambiguous }
                ? $"{Candidates(check, first, "and")} produce one. Name the one that is meant with [Loop(First = ...)]."
            : null;
    }

    private static string Candidates(LoopCheck check, Resolution first, string conjunction) =>
        Phrases.List(check.Model, check.EntryPoint, first.Candidates, conjunction);

    private static string Suggest(LoopCheck check, string name) =>
        NearestNames.Suggest(
            check.Tables,
            name,
            NameFindings.StageNames(check.Model).Concat(check.EntryPoint.Inputs.Select(input => input.Name)),
            "Name a stage or an input."
        );

    // A value that nothing gives is absent in the first round. It is missing in one place, however many stages take it.
    private static void CheckTakers(LoopCheck check, int decision)
    {
        var takers = check
            .Takers(decision)
            .Where(taker =>
                check.Model.Stages[taker.Stage].Parameters[taker.Parameter] is var declared
                && (declared.IsEach || !declared.IsOptional)
            )
            .OrderBy(taker => taker)
            .Select(taker => new NodeReference(NodeKind.Stage, taker.Stage, taker.Parameter))
            .ToArray();
        if (takers.Length == 0 || check.HasRejectedStages)
        {
            return;
        }

        var type = check.State(decision);
        var parameter = check.Model.Stages[takers[0].Index].Parameters[takers[0].Parameter];
        check.Report(
            Rule.NoFirstValue,
            takers[0],
            [
                check.Name(decision),
                type,
                $"{Phrases.Parameter(check.Model, takers[0].Index, takers[0].Parameter)} takes one in the first round, but nothing "
                    + $"outside of the loop produces it. Add an input or a stage that produces a '{type}'"
                    + (parameter.IsEach ? "." : $", or take an 'Optional<{type}>'."),
            ],
            [.. takers.Skip(1)]
        );
    }

    private static void CheckBody(LoopCheck check, int decision, Binding first)
    {
        foreach (var stage in check.Regions.BodyOf(decision))
        {
            var found = check.Resolutions.Of(stage);
            for (var parameter = 0; parameter < found.Count; parameter++)
            {
                if (
                    check.Model.Stages[stage].Parameters[parameter] is { Carried: null, From.Count: 0 }
                    && found[parameter].IsBound
                    && found[parameter].Binding with { IsEach = false } == first
                )
                {
                    Report(
                        check,
                        decision,
                        new NodeReference(NodeKind.Stage, stage, parameter),
                        $"Parameter '{check.Model.Stages[stage].Parameters[parameter].Name}' of stage '{check.Name(stage)}'",
                        first,
                        "Add [Carried] to take the carried value, or [From(\"{0}\")] if the first value is meant."
                    );
                }
            }

            // A loop inside takes its first value as a parameter would.
            if (
                stage != decision
                && check.Model.Stages[stage].Loop is { First: null }
                && check.Scopes.Initial(stage) == first
            )
            {
                Report(
                    check,
                    decision,
                    new NodeReference(NodeKind.Stage, stage),
                    $"Loop '{check.Name(stage)}'",
                    first,
                    "Name the stage that gives its first value with [Loop(First = ...)], or '{0}' if that is meant."
                );
            }
        }
    }

    private static void Report(
        LoopCheck check,
        int decision,
        NodeReference node,
        string subject,
        Binding first,
        string remedy
    )
    {
        var name = Phrases.UniqueName(check.Model, check.EntryPoint, first);
        check.Report(Rule.FirstValueInBody, node, [subject, name, check.Name(decision), remedy.Replace("{0}", name)]);
    }
}
