using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>The stages behind an entry point's effects that its inputs cannot feed, found backwards from where a value is absent.</summary>
internal sealed class LackingStages
{
    private readonly Dictionary<int, Gap> _gaps = [];

    public LackingStages(BindingTables tables, StageResolutions resolutions, IReadOnlyList<int> effects)
    {
        var dependants = new Dictionary<int, List<int>>();
        var lacking = new Queue<int>();
        foreach (var stage in Reachable(resolutions, effects, dependants))
        {
            if (OwnGap(tables, resolutions, stage) is { } gap)
            {
                _gaps.Add(stage, gap);
                lacking.Enqueue(stage);
            }
        }

        while (lacking.Count > 0)
        {
            var stage = lacking.Dequeue();
            foreach (var dependant in dependants.TryGetValue(stage, out var all) ? all : [])
            {
                if (!_gaps.ContainsKey(dependant))
                {
                    _gaps.Add(dependant, _gaps[stage]);
                    lacking.Enqueue(dependant);
                }
            }
        }
    }

    /// <summary>Whether a value is simply not there in this entry point, as opposed to a mistake that no entry point could heal.</summary>
    public static bool IsAbsence(BindingTables tables, Resolution resolution, StageModel stage, int parameter) =>
        resolution.Kind switch
        {
            ResolutionKind.Missing or ResolutionKind.InputOfOthers => true,
            ResolutionKind.Itself or ResolutionKind.NoCollection or ResolutionKind.OneOfResults => resolution.Name
                is null
                && tables.SomeInputFits(Taken.By(stage, stage.Parameters[parameter])),
            _ => false,
        };

    /// <summary>Where the value is absent that keeps a stage from running, or <see langword="null"/> if none is.</summary>
    public Gap? Find(int stage) => _gaps.TryGetValue(stage, out var gap) ? gap : null;

    private static Gap? OwnGap(BindingTables tables, StageResolutions resolutions, int stage)
    {
        var found = resolutions.Of(stage);
        for (var index = 0; index < found.Count; index++)
        {
            if (IsAbsence(tables, found[index], tables.Model.Stages[stage], index))
            {
                return new Gap(stage, index);
            }
        }

        var conditions = resolutions.ConditionsOf(stage);
        for (var index = 0; index < conditions.Count; index++)
        {
            if (conditions[index].Source.Kind == ResolutionKind.InputOfOthers)
            {
                return new Gap(stage, -1, index);
            }
        }

        return null;
    }

    private static List<int> Reachable(
        StageResolutions resolutions,
        IReadOnlyList<int> effects,
        Dictionary<int, List<int>> dependants
    )
    {
        var reached = new List<int>(effects);
        var seen = new HashSet<int>(effects);
        for (var next = 0; next < reached.Count; next++)
        {
            foreach (var producer in resolutions.ProducersOf(reached[next]))
            {
                if (seen.Add(producer))
                {
                    reached.Add(producer);
                    dependants.Add(producer, []);
                }

                dependants[producer].Add(reached[next]);
            }
        }

        return reached;
    }
}
