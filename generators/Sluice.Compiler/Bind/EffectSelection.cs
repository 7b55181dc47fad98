using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>Decides which effects one entry point runs.</summary>
/// <remarks>
/// An effect that lacks something is left out in silence: that is how a pipeline with several entry points says which effect
/// belongs where. An effect that lacks nothing but has a parameter that cannot be decided is taken in, so that the mistake is
/// reported rather than the effect forgotten.
/// </remarks>
internal sealed class EffectSelection(
    BindingTables tables,
    int entryPoint,
    StageResolutions resolutions,
    StageInclusion inclusion
)
{
    private readonly List<Omission> _omissions = [];

    /// <summary>The effects that the entry point may run and does not, with a reason each.</summary>
    public IReadOnlyList<Omission> Omissions => _omissions;

    private PipelineModel Model => tables.Model;

    /// <summary>Adds the effects that need no stage beyond those that are included.</summary>
    /// <remarks>One pass is the fixpoint: an effect has no output, so that none can make another one possible.</remarks>
    public void AddToOutputs()
    {
        foreach (var effect in Permitted())
        {
            var lacking = LackingAmongIncluded(effect, out var leftOut);
            if (lacking >= 0)
            {
                _omissions.Add(new Omission(entryPoint, effect, effect, lacking));
                continue;
            }

            // Before it is included, so that an optional parameter pulls no producer in.
            foreach (var parameter in leftOut)
            {
                resolutions.LeaveOut(effect, parameter);
            }

            inclusion.Include(effect);
        }
    }

    /// <summary>Adds every effect, with all that it needs, whose whole need the inputs can meet.</summary>
    public void AddAsRoots()
    {
        var effects = Permitted().ToList();
        var lacking = new LackingStages(tables, resolutions, effects);
        foreach (var effect in effects)
        {
            if (lacking.Find(effect) is { } place)
            {
                _omissions.Add(new Omission(entryPoint, effect, place.Stage, place.Parameter));
            }
            else
            {
                inclusion.Include(effect);
            }
        }
    }

    private IEnumerable<int> Permitted()
    {
        var target = Model.EntryPoints[entryPoint];
        return Enumerable
            .Range(0, Model.Stages.Count)
            .Where(stage => Model.Stages[stage].IsEffect && OnlyRules.Permits(Model, Model.Stages[stage], target));
    }

    private int LackingAmongIncluded(int effect, out List<int> leftOut)
    {
        leftOut = [];
        var found = resolutions.Of(effect);
        for (var index = 0; index < found.Count; index++)
        {
            if (IsAtHand(found[index], Model.Stages[effect].Parameters[index]))
            {
                continue;
            }

            if (!Model.Stages[effect].Parameters[index].HasDefaultValue)
            {
                return index;
            }

            leftOut.Add(index);
        }

        return -1;
    }

    // What cannot be decided counts as at hand where one of the candidates is: then it is a mistake, not an absence.
    private bool IsAtHand(Resolution resolution, ParameterModel parameter) =>
        resolution.Kind switch
        {
            ResolutionKind.Bound => resolution.Stage < 0 || inclusion.Contains(resolution.Stage),
            ResolutionKind.Ambiguous or ResolutionKind.AmbiguousName => resolution.Candidates.Any(candidate =>
                candidate.Kind == BindingKind.Input || inclusion.Contains(candidate.Index)
            ),
            _ => !LackingStages.IsAbsence(tables, resolution, parameter),
        };
}
