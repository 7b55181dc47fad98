using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>Decides which effects one entry point runs, and which guards: nobody needs what they produce either.</summary>
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
    /// <remarks>
    /// A method that only decides conditions is called for an effect all the same, where what it takes is there. One pass is the
    /// fixpoint: an effect has no output, and nothing takes a value from such a method, so that none can make another one possible.
    /// Guards come first, as they may have one.
    /// </remarks>
    public void AddToOutputs()
    {
        var values = new AvailableValues(tables, resolutions, inclusion);
        foreach (var effect in Permitted())
        {
            var leftOut = new List<Gap>();
            if (values.Find(effect, leftOut) is { } gap)
            {
                _omissions.Add(new Omission(entryPoint, effect, gap));
                continue;
            }

            // Before it is included, so that an optional parameter pulls no producer in.
            foreach (var parameter in leftOut)
            {
                resolutions.LeaveOut(parameter.Stage, parameter.Parameter);
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
            if (lacking.Find(effect) is { } gap)
            {
                _omissions.Add(new Omission(entryPoint, effect, gap));
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
            .Where(stage =>
                Model.Stages[stage] is { IsEffect: true } or { Guard: not null }
                && OnlyRules.Permits(Model, Model.Stages[stage], target)
            )
            .OrderBy(stage => Model.Stages[stage].IsEffect);
    }
}
