using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>What each parameter of each stage resolves to in one entry point, searched when it is first asked for.</summary>
internal sealed class StageResolutions(PipelineModel model, ProducerSearch search)
{
    private readonly Resolution[]?[] _stages = new Resolution[]?[model.Stages.Count];

    /// <summary>The resolutions of a stage's parameters, in their order.</summary>
    public IReadOnlyList<Resolution> Of(int stage) => _stages[stage] ??= Resolve(stage);

    /// <summary>Has a stage called without an argument that it could have had.</summary>
    public void LeaveOut(int stage, int parameter) => _stages[stage]![parameter] = Resolution.DefaultValue;

    private Resolution[] Resolve(int stage)
    {
        var parameters = model.Stages[stage].Parameters;
        var resolutions = new Resolution[parameters.Count];
        for (var index = 0; index < resolutions.Length; index++)
        {
            resolutions[index] = parameters[index].Kind switch
            {
                ParameterKind.CancellationToken => Resolution.Bound(new Binding(BindingKind.CancellationToken)),
                ParameterKind.StageContext => Resolution.Bound(new Binding(BindingKind.StageContext)),
                _ => search.Parameter(stage, parameters[index]),
            };
        }

        return resolutions;
    }
}
