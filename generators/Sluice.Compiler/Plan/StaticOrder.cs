using Sluice.Compiler.Bind;

namespace Sluice.Compiler.Plan;

/// <summary>
/// Computes the static total order of an entry point: asynchronous and offloaded stages first, then by the longest
/// remaining path, then by declaration. Starting the longest path first is list scheduling by critical path (R. L.
/// Graham, "Bounds on multiprocessing timing anomalies", SIAM J. Appl. Math. 17(2), 1969). Asynchronous stages come
/// first because they do not occupy the thread.
/// </summary>
internal static class StaticOrder
{
    /// <summary>Returns the positions of the stages in a topological order.</summary>
    public static IReadOnlyList<int> Topological(IReadOnlyList<BoundStage> stages)
    {
        var order = new List<int>(stages.Count);
        var waiting = stages.Select(stage => stage.Predecessors.Count).ToArray();
        var successors = Successors([.. stages.Select(stage => (IReadOnlyList<int>)stage.Predecessors)]);
        order.AddRange(Enumerable.Range(0, stages.Count).Where(position => waiting[position] == 0));
        for (var next = 0; next < order.Count; next++)
        {
            order.AddRange(successors[order[next]].Where(successor => --waiting[successor] == 0));
        }

        return order;
    }

    /// <summary>Returns the positions of the stages in the static total order, which ignores dependencies.</summary>
    public static IReadOnlyList<int> ByPriority(IReadOnlyList<BoundStage> stages, IReadOnlyList<int> topologicalOrder)
    {
        var remainingPath = new int[stages.Count];
        for (var next = stages.Count - 1; next >= 0; next--)
        {
            var position = topologicalOrder[next];
            remainingPath[position]++;
            foreach (var predecessor in stages[position].Predecessors)
            {
                remainingPath[predecessor] = Math.Max(remainingPath[predecessor], remainingPath[position]);
            }
        }

        return
        [
            .. Enumerable
                .Range(0, stages.Count)
                .OrderBy(position => stages[position].IsAsynchronous ? 0 : 1)
                .ThenByDescending(position => remainingPath[position])
                .ThenBy(position => stages[position].Stage),
        ];
    }

    /// <summary>Returns the order in which planned stages start if each settles at once.</summary>
    public static IReadOnlyList<int> Schedule(IReadOnlyList<PlannedStage> stages)
    {
        var waiting = stages.Select(stage => stage.WaitsFor.Count).ToArray();
        var ready = new SortedSet<int>(Enumerable.Range(0, stages.Count).Where(place => waiting[place] == 0));
        var schedule = new List<int>(stages.Count);
        while (ready.Count > 0)
        {
            var place = ready.Min;
            ready.Remove(place);
            schedule.Add(place);
            ready.UnionWith(stages[place].Releases.Where(successor => --waiting[successor] == 0));
        }

        return schedule;
    }

    /// <summary>Inverts the edges: returns for each stage the stages that wait for it.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> Successors(IReadOnlyList<IReadOnlyList<int>> predecessorsOf)
    {
        var successors = predecessorsOf.Select(_ => new List<int>()).ToArray();
        for (var position = 0; position < predecessorsOf.Count; position++)
        {
            foreach (var predecessor in predecessorsOf[position])
            {
                successors[predecessor].Add(position);
            }
        }

        return successors;
    }
}
