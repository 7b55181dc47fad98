namespace Sluice.DifferentialTests.Reference.Prediction;

/// <summary>
/// The order in which stages start if every stage runs and all happens on one thread, worked out slowly and in one place. See
/// <see cref="EntryPointPlan.HasStaticOrder"/>.
/// </summary>
public static class StaticOrder
{
    /// <summary>
    /// The stages that start, in order, if each stage ends before the next one starts: until nothing is left, one fails, or the caller
    /// cancels.
    /// </summary>
    /// <param name="plan">The stages.</param>
    /// <param name="isLast">Whether nothing may start after a stage, because it fails or because the caller cancels while it runs.</param>
    public static IReadOnlyList<int> StartsWhenAllCompletesAtOnce(EntryPointPlan plan, Func<int, bool> isLast)
    {
        var started = new List<int>();
        var ended = new HashSet<int>();
        while (started.Count < plan.Order.Count && (started.Count == 0 || !isLast(started[^1])))
        {
            started.Add(NextToStart(plan, ended, ended)!.Value);
            ended.Add(started[^1]);
        }

        return started;
    }

    /// <summary>The stage that has to start next, or <see langword="null"/> if none is ready.</summary>
    public static int? NextToStart(EntryPointPlan plan, IReadOnlySet<int> started, IReadOnlySet<int> succeeded)
    {
        foreach (var id in plan.Order)
        {
            if (!started.Contains(id) && plan.Predecessors(id).All(succeeded.Contains))
            {
                return id;
            }
        }

        return null;
    }
}
