using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>
/// Finds the values whose type a condition of a stage has tested, so that a parameter of exactly that type takes them.
/// </summary>
/// <param name="model">The pipeline.</param>
/// <param name="conditions">Resolves the conditions of stages.</param>
internal sealed class TypeNarrowing(PipelineModel model, ConditionSearch conditions)
{
    /// <summary>
    /// Returns the stages and inputs that a condition of a stage has found to be of the type of a parameter, each once.
    /// </summary>
    public IReadOnlyList<Binding> Of(int stage, ParameterModel parameter)
    {
        var declared = model.Stages[stage].Conditions;
        return
            parameter.IsEach
            || !declared.Any(condition => condition.Values.Any(value => value.IsType && value.Type == parameter.Type))
            ? []
            :
            [
                .. conditions
                    .Of(stage)
                    .Where((condition, index) => Proves(declared[index], condition, parameter.Type))
                    .Select(condition => condition.Source.Binding)
                    .Distinct(),
            ];
    }

    // A wrong condition is reported for itself; its parameter is not reported as well.
    private static bool Proves(ConditionModel declared, ConditionResolution condition, int type) =>
        declared.Kind == ConditionKind.When
        && condition.Source.IsBound
        && condition.Values.Count == 1
        && condition.Values[0].Type == type;
}
