using Sluice.Compiler.Model;
using Sluice.Compiler.Plan;
using Sluice.Compiler.Policies;

namespace Sluice.Generators.Emit.Policies;

/// <summary>
/// The names of the members that are emitted for the policies of an entry point's stages. Entry points whose calls of a stage are the
/// same in every word have them in common.
/// </summary>
internal sealed class PolicyNames
{
    private readonly Dictionary<int, string> _methods = [];
    private readonly Dictionary<int, string> _calls = [];

    public PolicyNames(
        PipelineModel model,
        ExecutionPlan plan,
        Func<int, int> indexOf,
        Identifiers typeMembers,
        Dictionary<PolicyMethodKey, PolicyMethodNames> known
    )
    {
        for (var place = 0; place < plan.Stages.Count; place++)
        {
            var planned = plan.Stages[place];
            var stage = model.Stages[planned.Stage];
            if (stage.Policies.Count == 0)
            {
                continue;
            }

            var key = new PolicyMethodKey(
                planned.Stage,
                indexOf(place),
                model.EntryPoints[plan.EntryPoint].IsStatic,
                string.Join(",", planned.Arguments.Select(argument => argument.Kind))
            );
            if (!known.TryGetValue(key, out var names))
            {
                names = new PolicyMethodNames(
                    typeMembers.Take(Of(model, stage) + "WithPolicies"),
                    stage.Policies.Need(PolicyNeeds.CallStruct)
                        ? typeMembers.Take(Of(model, stage) + "Call", ParametersOf([stage]))
                        : ""
                );
                known.Add(key, names);
            }

            _methods.Add(place, names.Method);
            _calls.Add(place, names.Call);
        }
    }

    /// <summary>
    /// The names of the parameters of stages: in the methods that call the stages with their policies, one would hide a type of that name.
    /// </summary>
    public static Identifiers ParametersOf(IEnumerable<StageModel> stages) =>
        new(stages.SelectMany(stage => stage.Parameters).Select(parameter => parameter.Name), StringComparer.Ordinal);

    /// <summary>What the names of everything start with that is emitted for the policies of a stage.</summary>
    public static string Of(PipelineModel model, StageModel stage)
    {
        var name = Identifiers.Pascal(EntryPointEmission.BaseName(stage));
        // Where the source is part of the stage's name, it is here too: stages of the same name are told apart in the same way.
        return stage.Name == stage.SimpleName
            ? name
            : Identifiers.Pascal(model.Sources[stage.Source].Member.TrimStart('_') + name);
    }

    /// <summary>The name of the method that calls a stage with its policies.</summary>
    public string MethodAt(int place) => _methods[place];

    /// <summary>The name of the struct that is a stage's call to its interceptors.</summary>
    public string CallAt(int place) => _calls[place];
}
