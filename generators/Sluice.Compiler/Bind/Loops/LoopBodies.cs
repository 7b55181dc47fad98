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
        var body = Paths(decision);

        // A loop that is decided in a round runs anew in each round.
        foreach (var inner in table.Decisions.Where(inner => inner != decision && body.Contains(inner)).ToList())
        {
            body.UnionWith(Paths(inner).Where(stage => stage != decision));
        }

        AddFollowers(decision, body);
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

    /// <summary>Returns the decision and the stages that need its result, and so run after the loop.</summary>
    public HashSet<int> Later(int decision) => Reached([decision], WaitsFor);

    // The effects and guards of the body, some of which take a value that a guard has passed, and the methods that decide
    // whether these run.
    private void AddFollowers(int decision, HashSet<int> body)
    {
        var later = Later(decision);
        var waiting = Enumerable
            .Range(0, model.Stages.Count)
            .Where(stage => runs(stage) && !later.Contains(stage))
            .Where(stage => model.Stages[stage] is { RunsUnasked: true } or { IsCondition: true })
            .ToList();
        var added = new HashSet<int>();
        while (waiting.RemoveAll(stage => IsFollower(stage) && added.Add(stage)) > 0) { }

        // A method that only stages outside of the body take as a condition reads the body from outside.
        while (added.RemoveWhere(stage => model.Stages[stage].IsCondition && !IsTaken(stage)) > 0) { }

        body.UnionWith(added);

        bool IsFollower(int stage) =>
            !body.Contains(stage)
            && (
                Takes(decision, stage)
                || ReadsOf(decision, stage).Any(read => body.Contains(read) || added.Contains(read))
            );

        bool IsTaken(int method) => added.Any(stage => ConditionsOf(stage).Contains(method));
    }

    // The decision, and the stages on the paths to it from where the body begins.
    private HashSet<int> Paths(int decision)
    {
        var reached = Reached(decision, table.Starts(decision).Where(runs));
        return [.. Needed(decision).Where(reached.Contains), decision];
    }

    private HashSet<int> Reached(int decision, IEnumerable<int> starts) =>
        Reached(starts, stage => ReadsOf(decision, stage).Where(read => read != decision));

    private HashSet<int> Reached(IEnumerable<int> starts, Func<int, IEnumerable<int>> reads)
    {
        var followers = Enumerable
            .Range(0, model.Stages.Count)
            .Where(runs)
            .SelectMany(stage => reads(stage).Select(read => (Read: read, Stage: stage)))
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

    // What a stage reads, without what its own loop carries. In another loop, a stage that takes the carried value reads the
    // decision, whose answer it takes in the next round.
    private IEnumerable<int> ReadsOf(int decision, int stage)
    {
        var parameters = Enumerable.Range(0, model.Stages[stage].Parameters.Count).ToList();
        return ParametersOf(stage, parameter => table.LoopOf(stage, parameter) != decision)
            .Concat(
                parameters
                    .Select(parameter => table.LoopOf(stage, parameter))
                    .Where(loop => loop >= 0 && loop != decision && runs(loop))
            )
            .Concat(OrderOf(stage));
    }

    // What a stage waits for within a round: values, first values, conditions and [After].
    private IEnumerable<int> WaitsFor(int stage) => ParametersOf(stage, static _ => true).Concat(OrderOf(stage));

    private IEnumerable<int> ParametersOf(int stage, Func<int, bool> isRead) =>
        resolutions.Of(stage).Where((_, parameter) => isRead(parameter)).SelectMany(resolution => resolution.Stages);

    private IEnumerable<int> OrderOf(int stage) => ConditionsOf(stage).Concat(precedences.Of(stage).Where(runs));

    private IEnumerable<int> ConditionsOf(int stage) =>
        resolutions.ConditionsOf(stage).Select(condition => condition.Stage).Where(condition => condition >= 0);
}
