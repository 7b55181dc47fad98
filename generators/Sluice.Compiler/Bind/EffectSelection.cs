using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>Decides which effects and guards one entry point runs.</summary>
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

    /// <summary>Adds the effects and guards that need no stage beyond those that are included.</summary>
    /// <remarks>
    /// A method that only decides conditions is called for an effect all the same, where what it takes is there. An effect has no
    /// output, and nothing takes a value from such a method, so that none can make another one possible; a guard with an output can.
    /// </remarks>
    public void AddToOutputs() => AddAvailable([.. Permitted(stage => stage.RunsUnasked)]);

    /// <summary>Adds every effect, with all that it needs, whose whole need the inputs can meet, and the guards of that.</summary>
    public void AddAsRoots()
    {
        var effects = Permitted(stage => stage.IsEffect).ToList();
        var lacking = new LackingStages(tables, resolutions, effects);
        foreach (var effect in effects)
        {
            if (lacking.Find(effect) is { } gap)
            {
                _omissions.Add(new Omission(entryPoint, effect, gap));
            }
            else
            {
                inclusion.Include(effect);
            }
        }

        AddAvailable([.. Permitted(stage => stage is { RunsUnasked: true, IsEffect: false })]);
    }

    private void AddAvailable(List<int> candidates)
    {
        var values = new AvailableValues(tables, resolutions, inclusion);
        var gaps = new Dictionary<int, Gap>();
        var hasNewValue = true;
        while (hasNewValue)
        {
            hasNewValue = false;
            foreach (var stage in candidates.Where(stage => !inclusion.Contains(stage)))
            {
                var leftOut = new List<Gap>();
                if (values.Find(stage, leftOut) is { } gap)
                {
                    gaps[stage] = gap;
                    continue;
                }

                // Before it is included, so that an optional parameter pulls no producer in.
                foreach (var parameter in leftOut)
                {
                    resolutions.LeaveOut(parameter.Stage, parameter.Parameter);
                }

                inclusion.Include(stage);
                hasNewValue |= !Model.Stages[stage].IsEffect;
            }
        }

        _omissions.AddRange(
            candidates
                .Where(stage => !inclusion.Contains(stage))
                .Select(stage => new Omission(entryPoint, stage, gaps[stage]))
        );
    }

    private IEnumerable<int> Permitted(Func<StageModel, bool> isMeant)
    {
        var target = Model.EntryPoints[entryPoint];
        return Enumerable
            .Range(0, Model.Stages.Count)
            .Where(stage => isMeant(Model.Stages[stage]) && OnlyRules.Permits(Model, Model.Stages[stage], target));
    }
}
