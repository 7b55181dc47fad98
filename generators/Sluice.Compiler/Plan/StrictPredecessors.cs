using Sluice.Compiler.Bind;

namespace Sluice.Compiler.Plan;

/// <summary>
/// Finds the predecessors that each stage waits for in any case. A later source of a merge is not among them if the
/// stage could start before that source has settled because an earlier one has a value.
/// </summary>
internal static class StrictPredecessors
{
    /// <summary>Returns the positions of the strict predecessors of each stage.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> Of(
        IReadOnlyList<BoundStage> stages,
        IReadOnlyList<int> topologicalOrder
    )
    {
        IReadOnlyList<IReadOnlyList<int>> all = [.. stages.Select(stage => (IReadOnlyList<int>)stage.Predecessors)];
        // If stages may run again, a stage that started before all sources had settled could see the state of an
        // earlier attempt.
        if (stages.All(stage => stage.LaterSources.Count == 0) || stages.Any(stage => stage.RepeatedStages.Count > 0))
        {
            return all;
        }

        // A stage always waits for the sources of its demand and of its conditions, even if they are also later sources
        // of a merge.
        var strict = stages
            .Select(stage =>
                (IReadOnlyList<int>)
                    [.. stage.Predecessors.Except(stage.LaterSources.Except(Asked(stage)).Except(OfLongMerges(stage)))]
            )
            .ToArray();
        var before = new Reachability(topologicalOrder, all);
        for (var hasChanged = true; hasChanged; )
        {
            // A strict source makes all that it waits for precede the stage, so other sources may become strict
            // too.
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

    // Whether the source can be under way, or wait for a stage that is, when everything else that the stage waits for
    // has settled. The stage under way is then not ordered before this stage and does not exclude it, so a plan
    // with such a source is concurrent.
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

    // The earlier sources that the stage may have taken instead of waiting for a source. A stage that excludes all of
    // them does not run in that case.
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
