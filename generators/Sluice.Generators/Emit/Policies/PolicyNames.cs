using Sluice.Compiler.Lower;
using Sluice.Compiler.Model;
using Sluice.Compiler.Policies;

namespace Sluice.Generators.Emit.Policies;

/// <summary>
/// The names of the members that are emitted for the policies of an entry point's stages. Entry points that call a stage in exactly the
/// same way share these members.
/// </summary>
internal sealed class PolicyNames
{
    private readonly Dictionary<Place, PolicyMethodNames> _names = [];

    /// <param name="model">The pipeline.</param>
    /// <param name="program">The entry point.</param>
    /// <param name="typeMembers">The names of the members of the pipeline.</param>
    /// <param name="known">The methods of previous entry points, which may be shared.</param>
    public PolicyNames(
        PipelineModel model,
        LoweredEntryPoint program,
        Identifiers typeMembers,
        Dictionary<PolicyMethodKey, PolicyMethodNames> known
    )
    {
        foreach (var stage in program.Stages.Where(stage => stage.Declaration.Policies.Count > 0))
        {
            var declaration = stage.Declaration;
            var key = new PolicyMethodKey(
                stage.Index,
                stage.Report,
                program.Declaration.IsStatic,
                string.Join(",", stage.Arguments.Select(KindOf))
            );
            if (!known.TryGetValue(key, out var names))
            {
                names = new PolicyMethodNames(
                    typeMembers.Take(Of(model, declaration) + "WithPolicies"),
                    declaration.Policies.Need(PolicyNeeds.CallStruct)
                        ? typeMembers.Take(Of(model, declaration) + "Call", ParametersOf([declaration]))
                        : ""
                );
                known.Add(key, names);
            }

            _names.Add(stage.Place, names);
        }
    }

    /// <summary>
    /// The names of the parameters of stages. The methods that call stages with their policies have these parameters, which would hide
    /// a type of the same name.
    /// </summary>
    public static Identifiers ParametersOf(IEnumerable<StageModel> stages) =>
        new(stages.SelectMany(stage => stage.Parameters).Select(parameter => parameter.Name), StringComparer.Ordinal);

    /// <summary>The prefix of all names that are emitted for the policies of a stage.</summary>
    public static string Of(PipelineModel model, StageModel stage)
    {
        var name = Identifiers.Pascal(EntryPointNames.BaseName(stage));
        // If the source is part of the stage's name, it is part of the prefix too. This distinguishes stages of the same name in
        // different sources.
        return stage.Name == stage.SimpleName
            ? name
            : Identifiers.Pascal(model.Sources[stage.Source].Member.TrimStart('_') + name);
    }

    /// <summary>The name of the method that calls a stage with its policies.</summary>
    public string MethodOf(LoweredStage stage) => _names[stage.Place].Method;

    /// <summary>The name of the struct that represents a stage's call to its interceptors.</summary>
    public string CallOf(LoweredStage stage) => _names[stage.Place].Call;

    private static string KindOf(TakenValue argument) =>
        argument is SuppliedValue supplied ? supplied.Kind.Name : argument.GetType().Name;
}
