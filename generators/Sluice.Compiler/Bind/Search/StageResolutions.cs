using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>
/// What each parameter and each condition of each stage resolves to in one entry point, searched when it is first asked for.
/// </summary>
internal sealed class StageResolutions(PipelineModel model, ProducerSearch search, ConditionSearch conditionSearch)
{
    private readonly Resolution[]?[] _parameters = new Resolution[]?[model.Stages.Count];
    private readonly IReadOnlyList<ConditionResolution>?[] _conditions = new IReadOnlyList<ConditionResolution>?[
        model.Stages.Count
    ];

    /// <summary>The resolutions of a stage's parameters, in their order.</summary>
    public IReadOnlyList<Resolution> Of(int stage) => _parameters[stage] ??= Resolve(stage);

    /// <summary>The resolutions of a stage's conditions, in their order.</summary>
    public IReadOnlyList<ConditionResolution> ConditionsOf(int stage) =>
        _conditions[stage] ??= conditionSearch.Of(stage);

    /// <summary>The stages whose values a stage takes or asks, by their index in the model. One may come several times.</summary>
    public IEnumerable<int> ProducersOf(int stage) =>
        Of(stage)
            .SelectMany(resolution => resolution.Stages)
            .Concat(ConditionsOf(stage).Select(condition => condition.Stage).Where(producer => producer >= 0));

    /// <summary>Has a parameter of a stage take something else than what the search found for it.</summary>
    public void Replace(int stage, int parameter, Resolution resolution) => _parameters[stage]![parameter] = resolution;

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
                ParameterKind.RunContext => Resolution.Bound(new Binding(BindingKind.RunContext)),
                _ => search.Parameter(stage, parameters[index]),
            };
        }

        return resolutions;
    }
}
