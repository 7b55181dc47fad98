using Sluice.Compiler.Model;
using Sluice.Compiler.Plan;

namespace Sluice.Generators.Emit.Policies;

/// <summary>The names of the members that are emitted for the policies of an entry point's stages.</summary>
internal sealed class PolicyNames
{
    private readonly Dictionary<int, string> _methods = [];
    private readonly Dictionary<int, string> _calls = [];

    public PolicyNames(PipelineModel model, ExecutionPlan plan, Identifiers typeMembers)
    {
        for (var place = 0; place < plan.Stages.Count; place++)
        {
            var stage = model.Stages[plan.Stages[place].Stage];
            if (stage.Policies is not { } policies)
            {
                continue;
            }

            _methods.Add(place, typeMembers.Take(Of(model, stage) + "WithPolicies"));
            if (policies.Interceptors.Count > 0)
            {
                _calls.Add(place, typeMembers.Take(Of(model, stage) + "Call"));
            }
        }
    }

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
