using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>The stages behind an entry point's effects that its inputs cannot feed, found backwards from where a value is absent.</summary>
internal sealed class LackingStages
{
    private readonly Dictionary<int, (int Stage, int Parameter)> _places = [];

    public LackingStages(BindingTables tables, StageResolutions resolutions, IReadOnlyList<int> effects)
    {
        var dependants = new Dictionary<int, List<int>>();
        var lacking = new Queue<int>();
        foreach (var stage in Reachable(resolutions, effects, dependants))
        {
            var found = resolutions.Of(stage);
            for (var index = 0; index < found.Count; index++)
            {
                if (IsAbsence(tables, found[index], tables.Model.Stages[stage].Parameters[index]))
                {
                    _places.Add(stage, (stage, index));
                    lacking.Enqueue(stage);
                    break;
                }
            }
        }

        while (lacking.Count > 0)
        {
            var stage = lacking.Dequeue();
            foreach (var dependant in dependants.TryGetValue(stage, out var all) ? all : [])
            {
                if (!_places.ContainsKey(dependant))
                {
                    _places.Add(dependant, _places[stage]);
                    lacking.Enqueue(dependant);
                }
            }
        }
    }

    /// <summary>Whether a value is simply not there in this entry point, as opposed to a mistake that no entry point could heal.</summary>
    public static bool IsAbsence(BindingTables tables, Resolution resolution, ParameterModel parameter) =>
        resolution.Kind switch
        {
            ResolutionKind.Missing or ResolutionKind.InputOfOthers => true,
            ResolutionKind.Itself => parameter.From.Count == 0 && tables.SomeInputFits(parameter.Type),
            _ => false,
        };

    /// <summary>Where the value is absent that keeps a stage from running, or <see langword="null"/> if none is.</summary>
    public (int Stage, int Parameter)? Find(int stage) => _places.TryGetValue(stage, out var place) ? place : null;

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
            foreach (var resolution in resolutions.Of(reached[next]))
            {
                if (resolution.Stage < 0)
                {
                    continue;
                }

                if (seen.Add(resolution.Stage))
                {
                    reached.Add(resolution.Stage);
                    dependants.Add(resolution.Stage, []);
                }

                dependants[resolution.Stage].Add(reached[next]);
            }
        }

        return reached;
    }
}
