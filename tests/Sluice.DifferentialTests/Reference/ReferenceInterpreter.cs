using Sluice.DifferentialTests.Graphs;

namespace Sluice.DifferentialTests.Reference;

/// <summary>Does by the book, slowly and in one place, what a compiled entry point must do.</summary>
public static class ReferenceInterpreter
{
    /// <summary>The value of a stage: a number that depends on the stage, on its arguments and on their order.</summary>
    public static ulong Combine(int stage, IEnumerable<ulong> arguments) =>
        arguments.Aggregate(Dice.Mix(0x51C7, (ulong)stage), Dice.Mix);

    /// <summary>The values that an entry point must give for its inputs.</summary>
    public static IReadOnlyList<ulong> Outputs(EntryPointPlan plan, ulong run, ulong seed)
    {
        var values = new Dictionary<int, ulong> { [Argument.RunInput] = run, [Argument.SeedInput] = seed };
        foreach (var stage in plan.Pipeline.Stages)
        {
            values[stage.Id] = Combine(stage.Id, stage.Arguments.Select(argument => values[argument.Producer]));
        }

        return [.. plan.EntryPoint.Outputs.Select(output => values[output])];
    }

    /// <summary>
    /// The stages that start, in order, where each one that starts has ended before the next: until nothing is left, one fails, or
    /// the caller cancels.
    /// </summary>
    /// <param name="plan">What runs.</param>
    /// <param name="isLast">Whether nothing may start after a stage, because it fails or because the caller cancels while it runs.</param>
    public static IReadOnlyList<int> StartsWhenAllCompletesAtOnce(EntryPointPlan plan, Func<int, bool> isLast)
    {
        var started = new List<int>();
        while (started.Count < plan.Order.Count && (started.Count == 0 || !isLast(started[^1])))
        {
            started.Add(NextToStart(plan, started, started)!.Value);
        }

        return started;
    }

    /// <summary>The stage that has to start next, or <see langword="null"/> where none is ready.</summary>
    public static int? NextToStart(
        EntryPointPlan plan,
        IReadOnlyCollection<int> started,
        IReadOnlyCollection<int> succeeded
    )
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
