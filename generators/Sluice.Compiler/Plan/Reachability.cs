namespace Sluice.Compiler.Plan;

/// <summary>The precedence between the stages of an acyclic graph, direct or indirect.</summary>
internal sealed class Reachability
{
    private readonly ulong[][] _ancestors;

    /// <summary>Computes the precedence.</summary>
    /// <param name="topologicalOrder">The positions of all stages, each after its predecessors.</param>
    /// <param name="predecessorsOf">The predecessors of each stage.</param>
    public Reachability(IReadOnlyList<int> topologicalOrder, IReadOnlyList<IReadOnlyList<int>> predecessorsOf)
    {
        var words = (topologicalOrder.Count + 63) >> 6;
        _ancestors = new ulong[topologicalOrder.Count][];
        foreach (var stage in topologicalOrder)
        {
            var ancestors = new ulong[words];
            foreach (var predecessor in predecessorsOf[stage])
            {
                for (var word = 0; word < words; word++)
                {
                    ancestors[word] |= _ancestors[predecessor][word];
                }

                ancestors[predecessor >> 6] |= 1UL << predecessor;
            }

            _ancestors[stage] = ancestors;
        }
    }

    /// <summary>Whether neither stage waits for the other, so both may be under way at once.</summary>
    public bool AreUnordered(int left, int right) => left != right && !IsBefore(left, right) && !IsBefore(right, left);

    /// <summary>Returns the predecessors that come before none of the others.</summary>
    public IEnumerable<int> Latest(IReadOnlyList<int> predecessors) =>
        predecessors.Where(predecessor => !predecessors.Any(other => IsBefore(predecessor, other)));

    /// <summary>Whether the second stage waits for the first, directly or indirectly.</summary>
    public bool IsBefore(int first, int second) => (_ancestors[second][first >> 6] & (1UL << first)) != 0;
}
