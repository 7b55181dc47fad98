using Sluice.Compiler.Bind;

namespace Sluice.Compiler.Plan;

/// <summary>
/// Finds what each stage waits for in any case. A later source of a merge is not among it where the stage could start before that
/// source has settled, as an earlier one has a value.
/// </summary>
internal static class StrictPredecessors
{
    /// <summary>For each stage its strict predecessors, by their positions.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> Of(
        IReadOnlyList<BoundStage> stages,
        IReadOnlyList<int> topologicalOrder
    )
    {
        IReadOnlyList<IReadOnlyList<int>> all = [.. stages.Select(stage => (IReadOnlyList<int>)stage.Predecessors)];
        // Where stages may run again, one that started before all its sources had settled could see what an attempt left.
        if (stages.All(stage => stage.LaterSources.Count == 0) || stages.Any(stage => stage.GuardedRegion.Count > 0))
        {
            return all;
        }

        // What demand or a condition asks is waited for, whatever else it is.
        var strict = stages
            .Select(stage =>
                (IReadOnlyList<int>)
                    [.. stage.Predecessors.Except(stage.LaterSources.Except(Asked(stage)).Except(OfLongMerges(stage)))]
            )
            .ToArray();
        var before = new Reachability(topologicalOrder, all);
        for (var hasChanged = true; hasChanged; )
        {
            // A source that is waited for brings all that it waits for before the stage, so that other sources may need no care either.
            hasChanged = false;
            var strictlyBefore = new Reachability(topologicalOrder, strict);
            for (var position = 0; position < stages.Count; position++)
            {
                IReadOnlyList<int> predecessors =
                [
                    .. stages[position]
                        .Predecessors.Where(predecessor =>
                            strict[position].Contains(predecessor)
                            || !MayEndLater(stages, predecessor, position, before, strictlyBefore)
                        ),
                ];
                hasChanged |= predecessors.Count > strict[position].Count;
                strict[position] = predecessors;
            }
        }

        return strict;
    }

    // Whether the source can be under way, or wait for what is under way, when all else that the stage waits for has settled. What is
    // under way then is not ordered before the stage and does not exclude it, so that a plan with such a source is concurrent.
    private static bool MayEndLater(
        IReadOnlyList<BoundStage> stages,
        int source,
        int stage,
        Reachability before,
        Reachability strictlyBefore
    ) =>
        !strictlyBefore.IsBefore(source, stage)
        && Enumerable
            .Range(0, stages.Count)
            .Any(other =>
                stages[other].IsAsynchronous
                && (other == source || before.IsBefore(other, source))
                && !strictlyBefore.IsBefore(other, stage)
                && !stages[other].Excludes.Contains(stage)
                && EarlierSources(stages[stage], source).Any(earlier => !stages[other].Excludes.Contains(earlier))
            );

    // What a stage may have taken without waiting for a source. What excludes all of that does not run then.
    private static IEnumerable<int> EarlierSources(BoundStage stage, int source) =>
        stage
            .Arguments.Where(argument => argument.Sources.Any(other => IsStage(other, source)))
            .SelectMany(argument => argument.Sources.TakeWhile(other => !IsStage(other, source)))
            .Select(earlier => earlier.Kind == BindingKind.Stage ? earlier.Index : -1);

    private static bool IsStage(Binding binding, int stage) =>
        binding.Kind == BindingKind.Stage && binding.Index == stage;

    private static IEnumerable<int> OfLongMerges(BoundStage stage) =>
        stage
            .Arguments.Where(argument => argument.Sources.Count > PlannedMerge.MostSources)
            .SelectMany(argument => argument.Sources)
            .Where(source => source.Kind == BindingKind.Stage)
            .Select(source => source.Index);

    private static IEnumerable<int> Asked(BoundStage stage) =>
        stage
            .Demand.SelectMany(term => term.Conditions)
            .Concat(stage.Conditions)
            .Where(condition => condition.Source.Kind == BindingKind.Stage)
            .Select(condition => condition.Source.Index);
}
