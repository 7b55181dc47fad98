namespace Sluice.Compiler.Plan;

/// <summary>
/// Makes the stages that a guard or a loop repeats adjacent in the schedule of a straight line, because they become the body of a
/// loop.
/// </summary>
/// <remarks>
/// A stage between two stages of a region that does not belong to the region either depends on none of them and may
/// move before the first, or precedes none of them and may move behind the last. If it did both, it would lie on a path
/// from the first stages of the region to its last and belong to the region. An inner region ends before the outer one, so
/// that it is made adjacent first.
/// </remarks>
internal static class GuardedSchedule
{
    /// <summary>Returns the schedule with the stages of each region adjacent.</summary>
    public static IReadOnlyList<int> Of(IReadOnlyList<PlannedStage> stages, IReadOnlyList<int> schedule)
    {
        foreach (var guard in schedule.Where(place => stages[place].Bound.RepeatedStages.Count > 0).ToArray())
        {
            var region = new HashSet<int>(stages[guard].Bound.RepeatedStages);
            var after = new HashSet<int>();
            foreach (var place in schedule)
            {
                if (
                    !region.Contains(place)
                    && stages[place].WaitsFor.Any(other => region.Contains(other) || after.Contains(other))
                )
                {
                    after.Add(place);
                }
            }

            schedule =
            [
                .. schedule.Where(place => !region.Contains(place) && !after.Contains(place)),
                .. schedule.Where(region.Contains),
                .. schedule.Where(after.Contains),
            ];
        }

        return schedule;
    }
}
