using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>
/// The parameters of effects that collect values. An effect collects those of the stages that run anyway, so its
/// parameters bring in no stage.
/// </summary>
internal sealed class EffectCollections
{
    private readonly List<(int Stage, int Parameter, Resolution Found)> _collections = [];
    private readonly StageResolutions _resolutions;

    /// <summary>Unbinds the parameters until the stages that run are known.</summary>
    public EffectCollections(PipelineModel model, StageResolutions resolutions)
    {
        _resolutions = resolutions;
        for (var stage = 0; stage < model.Stages.Count; stage++)
        {
            var parameters = model.Stages[stage].Parameters;
            for (var parameter = 0; model.Stages[stage].IsEffect && parameter < parameters.Count; parameter++)
            {
                if (
                    parameters[parameter].All is not null
                    && resolutions.Of(stage)[parameter] is { IsBound: true } found
                )
                {
                    _collections.Add((stage, parameter, found));
                    resolutions.Replace(stage, parameter, found.Among(_ => false));
                }
            }
        }
    }

    /// <summary>Binds the parameters to the stages that run.</summary>
    public void Bind(StageInclusion inclusion)
    {
        foreach (var (stage, parameter, found) in _collections)
        {
            _resolutions.Replace(stage, parameter, found.Among(inclusion.Contains));
        }
    }
}
