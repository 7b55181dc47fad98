using Sluice.Compiler.Bind.Guards;
using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Bind.Loops;

/// <summary>Reports loops that overlap in part with each other or with the stages that a guard repeats.</summary>
internal static class LoopOverlapRule
{
    /// <summary>Reports the loops.</summary>
    /// <returns>Whether there are any.</returns>
    public static bool Check(
        PipelineModel model,
        PrecedenceGraph graph,
        LoopRegions loops,
        GuardRegions guards,
        FindingList findings
    )
    {
        if (!loops.Any)
        {
            return false;
        }

        var isBroken = false;
        var bodies = loops
            .Decisions.Select(decision =>
                (Decision: decision, Stages: new HashSet<int>(loops.PositionsOf(decision, graph)))
            )
            .ToList();
        for (var index = 0; index < bodies.Count; index++)
        {
            foreach (var other in bodies.Take(index))
            {
                Compare(
                    bodies[index].Decision,
                    bodies[index].Stages,
                    other.Stages,
                    $"loop '{model.Stages[other.Decision].Name}'"
                );
            }

            foreach (var guard in guards.Guards.Where(guard => guards.Retried(guard) >= 0))
            {
                Compare(
                    bodies[index].Decision,
                    bodies[index].Stages,
                    guards.Of(guard),
                    $"the stages that guard '{model.Stages[graph.Stages[guard]].Name}' runs again"
                );
            }
        }

        return isBroken;

        void Compare(int decision, HashSet<int> body, IReadOnlyCollection<int> others, string name)
        {
            var common = others.Where(body.Contains).ToList();
            if (common.Count > 0 && common.Count < others.Count && common.Count < body.Count)
            {
                isBroken = true;
                findings.Add(
                    Rule.LoopsOverlap,
                    new NodeReference(NodeKind.Stage, decision),
                    model.Stages[decision].Name,
                    name,
                    model.Stages[graph.Stages[common.Min()]].Name
                );
            }
        }
    }
}
