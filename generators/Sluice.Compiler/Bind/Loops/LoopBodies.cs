using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind.Loops;

/// <summary>
/// Computes the bodies of loops from the bindings that are known: the decision, the stages on the paths from where the
/// body begins to the decision, and the effects and guards that take a value of these.
/// </summary>
/// <param name="model">The pipeline.</param>
/// <param name="table">The loops as they are declared.</param>
/// <param name="resolutions">The bindings of the entry point.</param>
/// <param name="precedences">The stages that <c>[After]</c> names.</param>
/// <param name="runs">Whether the entry point may run a stage.</param>
internal sealed class LoopBodies(
    PipelineModel model,
    LoopTable table,
    StageResolutions resolutions,
    PrecedenceTable precedences,
    Func<int, bool> runs
)
{
    /// <summary>Returns the stages that run in each round of the loop of a decision, including the decision.</summary>
    public HashSet<int> Of(int decision)
    {
        var needed = Needed(decision);
        var reached = Reached(decision, table.Starts(decision).Where(runs));
        var body = new HashSet<int>(needed.Where(reached.Contains)) { decision };
        var later = Reached(decision, [decision], isAfterDecision: true);
        var followers = Enumerable
            .Range(0, model.Stages.Count)
            .Where(stage => runs(stage) && model.Stages[stage].RunsUnasked && !later.Contains(stage))
            .Where(stage => Takes(decision, stage) || ReadsOf(decision, stage).Any(body.Contains))
            .ToList();
        body.UnionWith(followers);

        // A loop that is decided in a round runs anew in each round.
        foreach (var inner in table.Decisions.Where(inner => inner != decision && body.Contains(inner)).ToList())
        {
            body.UnionWith(Inner(decision, inner));
        }

        return body;
    }

    /// <summary>Returns the stages that a decision depends on, including the decision.</summary>
    public HashSet<int> Needed(int decision)
    {
        var needed = new HashSet<int> { decision };
        var waiting = new Stack<int>(needed);
        while (waiting.Count > 0)
        {
            foreach (var read in ReadsOf(decision, waiting.Pop()).Where(needed.Add))
            {
                waiting.Push(read);
            }
        }

        return needed;
    }

    private HashSet<int> Inner(int outer, int decision)
    {
        var needed = Needed(decision);
        var reached = Reached(decision, table.Starts(decision).Where(runs));
        return [.. needed.Where(stage => stage != outer && reached.Contains(stage)), decision];
    }

    private HashSet<int> Reached(int decision, IEnumerable<int> starts, bool isAfterDecision = false)
    {
        var followers = Enumerable
            .Range(0, model.Stages.Count)
            .Where(runs)
            .SelectMany(stage => ReadsOf(decision, stage).Select(read => (Read: read, Stage: stage)))
            .Where(edge => isAfterDecision || edge.Read != decision)
            .ToLookup(edge => edge.Read, edge => edge.Stage);
        var reached = new HashSet<int>(starts);
        var waiting = new Stack<int>(reached);
        while (waiting.Count > 0)
        {
            foreach (var follower in followers[waiting.Pop()].Where(reached.Add))
            {
                waiting.Push(follower);
            }
        }

        return reached;
    }

    private bool Takes(int decision, int stage) =>
        Enumerable
            .Range(0, model.Stages[stage].Parameters.Count)
            .Any(parameter => table.LoopOf(stage, parameter) == decision);

    // What a stage waits for, without what its own loop carries: a value, a condition, [After], a first value, and, in another
    // loop, its decision, whose answer it takes in the next round.
    private IEnumerable<int> ReadsOf(int decision, int stage)
    {
        var found = resolutions.Of(stage);
        for (var parameter = 0; parameter < found.Count; parameter++)
        {
            var loop = table.LoopOf(stage, parameter);
            if (loop == decision)
            {
                continue;
            }

            foreach (var producer in found[parameter].Stages)
            {
                yield return producer;
            }

            if (loop >= 0 && runs(loop))
            {
                yield return loop;
            }
        }

        foreach (var condition in resolutions.ConditionsOf(stage).Where(condition => condition.Stage >= 0))
        {
            yield return condition.Stage;
        }

        foreach (var predecessor in precedences.Of(stage).Where(runs))
        {
            yield return predecessor;
        }
    }
}
