using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>
/// The stages behind an entry point's effects that cannot run because a value is absent. The search starts at the
/// absent values and follows their dependants.
/// </summary>
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

    /// <summary>
    /// Whether a value is merely absent in this entry point, as opposed to a mistake that no entry point could avoid.
    /// </summary>
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
    /// Whether an effect can run without the value of a producer that does not run. If the entry point has no producer
    /// at all, the effect does not belong to it.
    /// </summary>
    public static bool CanDoWithout(Resolution resolution, ParameterModel parameter) =>
        parameter.IsOptional && resolution.Kind is not (ResolutionKind.Missing or ResolutionKind.InputOfOthers);

    /// <summary>
    /// Unbinds the optional parameters of an effect from absent values, so that it is called without them.
    /// </summary>
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

    /// <summary>
    /// Returns the place of the absent value that prevents a stage from running, or <see langword="null"/> if there is
    /// none.
    /// </summary>
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

    // An effect does not need the producer of a parameter whose form can be empty.
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
