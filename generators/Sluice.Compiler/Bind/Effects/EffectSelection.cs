using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>Selects the effects and guards that one entry point runs.</summary>
/// <remarks>
/// An effect with a missing value is left out silently, so a pipeline with several entry points runs each effect
/// only where its inputs exist. An effect whose values exist, but with a parameter that is ambiguous or invalid, is
/// included, so that the mistake is reported. An optional parameter never decides whether an effect runs.
/// </remarks>
internal sealed class EffectSelection(
    BindingTables tables,
    int entryPoint,
    StageResolutions resolutions,
    StageInclusion inclusion
)
{
    private readonly List<Omission> _omissions = [];

    /// <summary>The effects and guards that the entry point may run but leaves out, each with a reason.</summary>
    public IReadOnlyList<Omission> Omissions => _omissions;

    private PipelineModel Model => tables.Model;

    /// <summary>
    /// Adds the effects and guards with <c>Always</c> together with everything that they need, and those that need only
    /// stages that are already included.
    /// </summary>
    /// <remarks>
    /// A method that only decides conditions may still be called for an effect, if its own inputs are available. One
    /// pass over the effects suffices, because an effect has no output and nothing binds to such a method; a guard with
    /// an output, however, may enable others.
    /// </remarks>
    public void AddToOutputs()
    {
        AddRoots([.. Permitted(stage => stage.RunsAlways)]);
        AddAvailable([.. Permitted(stage => stage is { RunsUnasked: true, RunsAlways: false })]);
    }

    /// <summary>
    /// Adds each effect whose needs the inputs can satisfy, together with its producers, and the guards of these
    /// stages.
    /// </summary>
    public void AddAsRoots()
    {
        AddRoots([.. Permitted(stage => stage.IsEffect || stage.RunsAlways)]);
        AddAvailable([.. Permitted(stage => stage is { RunsUnasked: true, IsEffect: false, RunsAlways: false })]);
    }

    private void AddRoots(List<int> roots)
    {
        var lacking = new LackingStages(tables, resolutions, roots);
        foreach (var root in roots)
        {
            var gap = lacking.Find(root);
            lacking.LeaveOut(root);

            // An effect with Always that Only restricts to this entry point is included in any case, so that what it
            // lacks is reported.
            if (gap is null || Model.Stages[root] is { RunsAlways: true, Only.Count: > 0 })
            {
                inclusion.Include(root);
            }
            else
            {
                _omissions.Add(new Omission(entryPoint, root, gap.Value));
            }
        }
    }

    private void AddAvailable(List<int> candidates)
    {
        var values = new AvailableValues(tables, resolutions, inclusion);
        var gaps = new Dictionary<int, Gap>();
        var optional = new List<(Gap Parameter, Resolution Found)>();
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

                // Replaced before the stage is included, so that an optional parameter does not bring in a producer.
                foreach (var parameter in leftOut)
                {
                    optional.Add((parameter, resolutions.Of(parameter.Stage)[parameter.Parameter]));
                    resolutions.Replace(parameter.Stage, parameter.Parameter, Resolution.DefaultValue);
                }

                inclusion.Include(stage);
                hasNewValue |= !Model.Stages[stage].IsEffect;
            }
        }

        // The stages that run are known only now: a guard that was added later may also produce a value.
        foreach (var (parameter, found) in optional)
        {
            resolutions.Replace(parameter.Stage, parameter.Parameter, values.AtHand(parameter, found));
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
