using Sluice.Compiler.Model;

namespace Sluice.Compiler.Plan;

/// <summary>Finds the points at which a run can be suspended, and the values that are live there.</summary>
internal static class SuspensionPoints
{
    /// <summary>
    /// The number of statements, summed over all suspension points, beyond which a run starts in its run object. They set the counters
    /// of joins and tell an observer which stages are ready.
    /// </summary>
    /// <remarks>
    /// Each suspension point of a concurrent run has its own statements, so their number grows with the square of the stages. The values
    /// of the stages do not count: they move into the run object in one place for all points. A run with suspension points has at most
    /// <see cref="ExecutionPlan.StagesPerSegment"/> stages, and about 44 lines for each; the limit adds at most 16 more. Up to there the
    /// text is worth its length: 32 stages that 31 joins wait for need 961 statements, and complete ten times as fast on the stack, where
    /// no join is counted.
    /// </remarks>
    public const int MostStatements = 16 * ExecutionPlan.StagesPerSegment;

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

    /// <summary>Counts the statements of all suspension points of a concurrent run.</summary>
    /// <param name="suspensions">The suspension points.</param>
    /// <param name="isObserved">Whether an observer is told which stages are ready.</param>
    public static int StatementsOf(IEnumerable<Suspension> suspensions, bool isObserved) =>
        suspensions.Sum(suspension => suspension.Joins.Count + (isObserved ? CountOf(suspension.Ready) : 0));

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
        return new Suspension(suspended, ready, joins.ToEquatableArray(), openEnds);
    }

    private static int CountOf(ulong places)
    {
        var count = 0;
        for (; places != 0; places &= places - 1)
        {
            count++;
        }

        return count;
    }

    private static bool Contains(ulong places, int place) => (places & (1UL << place)) != 0;
}
