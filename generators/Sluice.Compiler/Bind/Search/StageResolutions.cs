using Sluice.Compiler.Bind.Loops;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>
/// The resolutions of the stages' parameters and conditions in one entry point. They are computed on first use.
/// </summary>
internal sealed class StageResolutions(
    PipelineModel model,
    ProducerSearch search,
    ConditionSearch conditionSearch,
    LoopScopes? loops
)
{
    private readonly Resolution[]?[] _parameters = new Resolution[]?[model.Stages.Count];
    private readonly IReadOnlyList<ConditionResolution>?[] _conditions = new IReadOnlyList<ConditionResolution>?[
        model.Stages.Count
    ];

    /// <summary>Returns the resolutions of a stage's parameters in order.</summary>
    public IReadOnlyList<Resolution> Of(int stage) => _parameters[stage] ??= Resolve(stage);

    /// <summary>Returns the resolutions of a stage's conditions in order.</summary>
    public IReadOnlyList<ConditionResolution> ConditionsOf(int stage) =>
        _conditions[stage] ??= conditionSearch.Of(stage);

    /// <summary>
    /// Returns the indexes of the stages whose values a stage's parameters and conditions use. An index may occur more
    /// than once.
    /// </summary>
    public IEnumerable<int> ProducersOf(int stage) =>
        Of(stage)
            .SelectMany(resolution => resolution.Stages)
            .Concat(ConditionsOf(stage).Select(condition => condition.Stage).Where(producer => producer >= 0));

    /// <summary>Replaces the resolution of a stage's parameter, which must have been computed.</summary>
    public void Replace(int stage, int parameter, Resolution resolution) => _parameters[stage]![parameter] = resolution;

    /// <summary>Forgets the resolutions of all parameters, since the loops have become better known.</summary>
    public void Reset() => Array.Clear(_parameters, 0, _parameters.Length);

    private Resolution[] Resolve(int stage)
    {
        var parameters = model.Stages[stage].Parameters;
        var resolutions = new Resolution[parameters.Count];
        for (var index = 0; index < resolutions.Length; index++)
        {
            resolutions[index] = parameters[index].IsDependency
                ? loops?.Carried(stage, index) ?? search.Parameter(stage, parameters[index])
                : Resolution.Bound(new Binding(BindingKind.Supplied));
        }

        return resolutions;
    }
}
