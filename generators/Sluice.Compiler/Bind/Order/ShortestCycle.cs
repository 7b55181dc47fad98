namespace Sluice.Compiler.Bind;

/// <summary>
/// Finds a shortest cycle in a strongly connected component by breadth-first searches from its stages.
/// </summary>
internal static class ShortestCycle
{
    /// <summary>
    /// The maximum number of stages from which a search starts, since searching from every stage takes quadratic time.
    /// In a larger component, the result is a shortest cycle through one of the first stages.
    /// </summary>
    private const int MostStarts = 64;

    /// <summary>Returns the stages of the cycle. Each waits for the next, and the last waits for the first.</summary>
    public static IReadOnlyList<int> Find(IReadOnlyList<int> component, IReadOnlyList<Precedence>[] edges)
    {
        var members = new HashSet<int>(component);
        List<int> shortest = [];
        foreach (var start in component.Take(MostStarts))
        {
            var cycle = Through(start, members, edges);
            if (shortest.Count == 0 || cycle.Count < shortest.Count)
            {
                shortest = cycle;
            }
        }

        return shortest;
    }

    private static List<int> Through(int start, HashSet<int> members, IReadOnlyList<Precedence>[] edges)
    {
        var reachedFrom = new Dictionary<int, int>();
        var waiting = new Queue<int>();
        waiting.Enqueue(start);
        while (waiting.Count > 0)
        {
            var stage = waiting.Dequeue();
            foreach (var edge in edges[stage])
            {
                if (!members.Contains(edge.Predecessor) || reachedFrom.ContainsKey(edge.Predecessor))
                {
                    continue;
                }

                reachedFrom.Add(edge.Predecessor, stage);
                if (edge.Predecessor == start)
                {
                    return Backwards(start, reachedFrom);
                }

                waiting.Enqueue(edge.Predecessor);
            }
        }

        return [];
    }

    private static List<int> Backwards(int start, Dictionary<int, int> reachedFrom)
    {
        var cycle = new List<int>();
        var stage = start;
        do
        {
            stage = reachedFrom[stage];
            cycle.Add(stage);
        } while (stage != start);

        cycle.Reverse();
        return cycle;
    }
}
