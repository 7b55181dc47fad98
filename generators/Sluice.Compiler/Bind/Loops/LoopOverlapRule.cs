using Sluice.Compiler.Bind.Guards;
using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Bind.Loops;

/// <summary>Reports loops that overlap in part with each other or with the stages that a guard repeats.</summary>
internal static class LoopOverlapRule
{
    /// <summary>Reports the loops that overlap with each other.</summary>
    public static void Check(LoopCheck check)
    {
        var decisions = check.Regions.Decisions.ToList();
        for (var index = 0; index < decisions.Count; index++)
        {
            foreach (var other in decisions.Take(index))
            {
                if (Common(check.Regions, decisions[index], other) is { } common)
                {
                    check.Report(
                        Rule.LoopsOverlap,
                        new NodeReference(NodeKind.Stage, decisions[index]),
                        [check.Name(decisions[index]), $"loop '{check.Name(other)}'", check.Name(common)],
                        new NodeReference(NodeKind.Stage, other)
                    );
                }
            }
        }
    }

    /// <summary>Reports the loops that overlap with the stages that a guard repeats.</summary>
    /// <returns>Whether there are any.</returns>
    public static bool Check(
        PipelineModel model,
        PrecedenceGraph graph,
        LoopRegions loops,
        GuardRegions guards,
        FindingList findings
    )
    {
        var isBroken = false;
        foreach (var decision in loops.Decisions)
        {
            var body = new HashSet<int>(loops.PositionsOf(decision, graph));
            foreach (var guard in guards.Guards.Where(guard => guards.Retried(guard) >= 0))
            {
                var repeated = guards.Of(guard);
                var common = repeated.Where(body.Contains).ToList();
                if (common.Count > 0 && common.Count < repeated.Count && common.Count < body.Count)
                {
                    isBroken = true;
                    findings.Add(
                        Rule.LoopsOverlap,
                        new NodeReference(NodeKind.Stage, decision),
                        [
                            model.Stages[decision].Name,
                            $"the stages that guard '{model.Stages[graph.Stages[guard]].Name}' runs again",
                            model.Stages[graph.Stages[common.Min()]].Name,
                        ],
                        [new NodeReference(NodeKind.Stage, graph.Stages[guard])]
                    );
                }
            }
        }

        return isBroken;
    }

    // A stage of both bodies if none contains the other with its decision. If each contains the decision of the other, neither
    // loop is inside.
    private static int? Common(LoopRegions loops, int decision, int other)
    {
        var common = loops.BodyOf(decision).Where(stage => loops.IsInBody(other, stage)).ToList();
        var isInside = common.Count == loops.BodyOf(decision).Count && !loops.IsInBody(decision, other);
        var isOutside = common.Count == loops.BodyOf(other).Count && !loops.IsInBody(other, decision);
        return common.Count == 0 || isInside || isOutside
            ? null
            : common.Where(stage => stage != decision && stage != other).Append(decision).First();
    }
}
