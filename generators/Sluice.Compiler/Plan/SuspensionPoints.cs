using Sluice.Compiler.Model;

namespace Sluice.Compiler.Plan;

/// <summary>Finds the points at which a run can be suspended, and the values that are live there.</summary>
internal static class SuspensionPoints
{
    /// <summary>
    /// The number of settled values, summed over all suspension points, beyond which a run starts in its run object. It
    /// grows with the square of the stages in a wide graph.
    /// </summary>
    public const int MostCopies = 512;

    /// <summary>Returns the suspensions in order of the schedule, one for each asynchronous stage.</summary>
    public static EquatableArray<Suspension> Of(IReadOnlyList<PlannedStage> stages, IReadOnlyList<int> schedule)
    {
        if (stages.Count > ExecutionPlan.StagesPerSegment)
        {
            return EquatableArray<Suspension>.Empty;
        }

        var suspensions = new List<Suspension>();
        var settled = 0UL;
        foreach (var place in schedule)
        {
            if (stages[place].IsAsynchronous)
            {
                suspensions.Add(At(place, settled, stages));
            }

            settled |= 1UL << place;
        }

        return suspensions.ToEquatableArray();
    }

    private static Suspension At(int suspended, ulong settled, IReadOnlyList<PlannedStage> stages)
    {
        var ready = 0UL;
        var joins = new List<PartialJoin>();
        for (var place = 0; place < stages.Count; place++)
        {
            if (place == suspended || Contains(settled, place))
            {
                continue;
            }

            var waiting = stages[place].WaitsFor.Count(predecessor => !Contains(settled, predecessor));
            if (waiting == 0)
            {
                ready |= 1UL << place;
            }
            else if (waiting < stages[place].WaitsFor.Count)
            {
                joins.Add(new PartialJoin(place, waiting));
            }
        }

        var openEnds = Enumerable
            .Range(0, stages.Count)
            .Count(place => stages[place].IsEnd && !Contains(settled, place));
        return new Suspension(
            suspended,
            Enumerable.Range(0, stages.Count).Where(place => Contains(settled, place)).ToEquatableArray(),
            ready,
            joins.ToEquatableArray(),
            openEnds
        );
    }

    private static bool Contains(ulong places, int place) => (places & (1UL << place)) != 0;
}
