using Sluice.Compiler.Plan;

namespace Sluice.Compiler.Lower;

/// <summary>Finds what the end of each stage makes possible.</summary>
/// <param name="plan">The plan of the entry point.</param>
internal sealed class ReleaseLowering(ExecutionPlan plan)
{
    /// <summary>The consequences of the end of the stage at a place, in order.</summary>
    /// <remarks>
    /// Merges come before the other stages. To find out which source a merge takes, the outputs of other stages are read; the run object is
    /// sure to serve this run only until the stage has released what waits for it in any case, or has counted as an end.
    /// </remarks>
    public IEnumerable<Release> Of(int place)
    {
        var stage = plan.Stages[place];
        if (stage.Bound.RepeatedStages.Count > 0)
        {
            yield return new ReleaseRounds();
        }

        foreach (var merge in MergesThatWaitFor(place))
        {
            yield return merge;
        }

        if (plan.Stream is { } stream && stream.WaitsFor.Contains(place))
        {
            yield return new ReleaseStream();
        }

        foreach (var successor in stage.Releases)
        {
            yield return new ReleaseStage(new Place(successor));
        }

        if (stage.IsEnd)
        {
            yield return new ReleaseEnd();
        }
    }

    private IEnumerable<ReleaseMerge> MergesThatWaitFor(int source)
    {
        for (var place = 0; place < plan.Stages.Count; place++)
        {
            for (var merge = 0; merge < plan.Stages[place].Merges.Count; merge++)
            {
                var sources = plan.Stages[place].Merges[merge].Sources;
                for (var index = 0; index < sources.Count; index++)
                {
                    if (sources[index] == source)
                    {
                        yield return new ReleaseMerge(new Place(place), merge + 1, 1 << index);
                    }
                }
            }
        }
    }
}
