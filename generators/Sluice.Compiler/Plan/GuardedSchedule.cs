namespace Sluice.Compiler.Plan;

/// <summary>
/// Moves together, in the order of a straight line, what a guard has run again: it becomes the body of a loop.
/// </summary>
/// <remarks>
/// What stands between two stages of a region and is none of it either comes after none of them, and may move before the first, or
/// before none of them, and may move behind the last: were it both, it would lie on a path from the retried stage to the guard.
/// </remarks>
internal static class GuardedSchedule
{
    /// <summary>The same schedule with each region in one piece.</summary>
    public static IReadOnlyList<int> Of(IReadOnlyList<PlannedStage> stages, IReadOnlyList<int> schedule)
    {
        foreach (var guard in schedule.Where(place => stages[place].Bound.GuardedRegion.Count > 0).ToArray())
        {
            var region = new HashSet<int>(stages[guard].Bound.GuardedRegion);
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
