using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>Decides which effects and guards one entry point runs.</summary>
/// <remarks>
/// An effect that lacks something is left out in silence: that is how a pipeline with several entry points says which effect
/// belongs where. An effect that lacks nothing but has a parameter that cannot be decided is taken in, so that the mistake is
/// reported rather than the effect forgotten. A parameter that can do without a value never decides whether an effect runs.
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

    /// <summary>
    /// Adds the effects and guards that are required, with all that they need, and those that need no stage beyond those that are
    /// included.
    /// </summary>
    /// <remarks>
    /// A method that only decides conditions is called for an effect all the same, where what it takes is there. An effect has no
    /// output, and nothing takes a value from such a method, so that none can make another one possible; a guard with an output can.
    /// </remarks>
    public void AddToOutputs()
    {
        AddRoots([.. Permitted(stage => stage.IsRequired)]);
        AddAvailable([.. Permitted(stage => stage is { RunsUnasked: true, IsRequired: false })]);
    }

    /// <summary>Adds every effect, with all that it needs, whose whole need the inputs can meet, and the guards of that.</summary>
    public void AddAsRoots()
    {
        AddRoots([.. Permitted(stage => stage.IsEffect || stage.IsRequired)]);
        AddAvailable([.. Permitted(stage => stage is { RunsUnasked: true, IsEffect: false, IsRequired: false })]);
    }

    private void AddRoots(List<int> roots)
    {
        var lacking = new LackingStages(tables, resolutions, roots);
        foreach (var root in roots)
        {
            var gap = lacking.Find(root);
            lacking.LeaveOut(root);

            // What has to run in this very entry point is taken in with what it lacks, which is reported as of any stage.
            if (gap is null || Model.Stages[root] is { IsRequired: true, Only.Count: > 0 })
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

                // Before it is included, so that an optional parameter pulls no producer in.
                foreach (var parameter in leftOut)
                {
                    optional.Add((parameter, resolutions.Of(parameter.Stage)[parameter.Parameter]));
                    resolutions.Replace(parameter.Stage, parameter.Parameter, Resolution.DefaultValue);
                }

                inclusion.Include(stage);
                hasNewValue |= !Model.Stages[stage].IsEffect;
            }
        }

        // Only now is it known what runs: a guard that has been added since may give a value, too.
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
