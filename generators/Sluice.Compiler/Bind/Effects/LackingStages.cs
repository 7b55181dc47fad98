using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>The stages behind an entry point's effects that its inputs cannot feed, found backwards from where a value is absent.</summary>
internal sealed class LackingStages
{
    private readonly Dictionary<int, Gap> _gaps = [];
    private readonly BindingTables _tables;
    private readonly StageResolutions _resolutions;
    private readonly HashSet<int> _effects;

    public LackingStages(BindingTables tables, StageResolutions resolutions, IReadOnlyList<int> effects)
    {
        _tables = tables;
        _resolutions = resolutions;
        _effects = [.. effects];
        var dependants = new Dictionary<int, List<int>>();
        var lacking = new Queue<int>();
        foreach (var stage in Reachable(effects, dependants))
        {
            if (OwnGap(stage) is { } gap)
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

    /// <summary>
    /// Whether an effect can do without a value whose producer does not run. Where the entry point has no producer at all, the effect is
    /// none of its own.
    /// </summary>
    public static bool CanDoWithout(Resolution resolution, ParameterModel parameter) =>
        parameter.IsOptional && resolution.Kind is not (ResolutionKind.Missing or ResolutionKind.InputOfOthers);

    /// <summary>Has an effect called without the values that it can do without and that are absent.</summary>
    public void LeaveOut(int effect)
    {
        var found = _resolutions.Of(effect);
        var stage = _tables.Model.Stages[effect];
        for (var index = 0; index < found.Count; index++)
        {
            if (
                stage.Parameters[index].IsOptional
                && (
                    found[index].IsBound
                        ? found[index].Stages.Any(_gaps.ContainsKey)
                        : IsAbsence(_tables, found[index], stage, index)
                            && CanDoWithout(found[index], stage.Parameters[index])
                )
            )
            {
                _resolutions.Replace(effect, index, found[index].Among(producer => !_gaps.ContainsKey(producer)));
            }
        }
    }

    /// <summary>Where the value is absent that keeps a stage from running, or <see langword="null"/> if none is.</summary>
    public Gap? Find(int stage) => _gaps.TryGetValue(stage, out var gap) ? gap : null;

    private Gap? OwnGap(int stage)
    {
        var found = _resolutions.Of(stage);
        var model = _tables.Model.Stages[stage];
        for (var index = 0; index < found.Count; index++)
        {
            if (
                IsAbsence(_tables, found[index], model, index)
                && !(_effects.Contains(stage) && CanDoWithout(found[index], model.Parameters[index]))
            )
            {
                return new Gap(stage, index);
            }
        }

        var conditions = _resolutions.ConditionsOf(stage);
        for (var index = 0; index < conditions.Count; index++)
        {
            if (conditions[index].Source.Kind == ResolutionKind.InputOfOthers)
            {
                return new Gap(stage, -1, index);
            }
        }

        return null;
    }

    private List<int> Reachable(IReadOnlyList<int> effects, Dictionary<int, List<int>> dependants)
    {
        var reached = new List<int>(effects);
        var seen = new HashSet<int>(effects);
        for (var next = 0; next < reached.Count; next++)
        {
            foreach (var (producer, isNeeded) in ProducersOf(reached[next]))
            {
                if (seen.Add(producer))
                {
                    reached.Add(producer);
                }

                if (!dependants.TryGetValue(producer, out var all))
                {
                    dependants.Add(producer, all = []);
                }

                if (isNeeded)
                {
                    all.Add(reached[next]);
                }
            }
        }

        return reached;
    }

    // An effect can do without what it takes in a form that may be empty.
    private IEnumerable<(int Producer, bool IsNeeded)> ProducersOf(int stage)
    {
        var parameters = _tables.Model.Stages[stage].Parameters;
        var isEffect = _effects.Contains(stage);
        var found = _resolutions.Of(stage);
        for (var index = 0; index < found.Count; index++)
        {
            foreach (var producer in found[index].Stages)
            {
                yield return (producer, !(isEffect && parameters[index].IsOptional));
            }
        }

        foreach (var condition in _resolutions.ConditionsOf(stage).Where(condition => condition.Stage >= 0))
        {
            yield return (condition.Stage, true);
        }
    }
}
