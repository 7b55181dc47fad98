using Sluice.Compiler.Lower;

namespace Sluice.Generators.Emit.Policies;

/// <summary>Writes the members of a pipeline for the policies of its stages, if there are any.</summary>
internal static class PolicyMethods
{
    /// <summary>Writes a method for each stage with policies, and the state that the policies keep.</summary>
    public static void Write(
        SourceWriter writer,
        LoweredPipeline pipeline,
        IEnumerable<EntryPointEmission> emissions,
        Identifiers typeMembers
    )
    {
        if (pipeline.Model.Stages.All(stage => stage.Policies.Count == 0))
        {
            return;
        }

        var states = new PolicyStates(pipeline, typeMembers);
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var emission in emissions)
        {
            foreach (var stage in emission.Stages.Where(stage => stage.Declaration.Policies.Count > 0))
            {
                if (written.Add(emission.Policies.MethodOf(stage)))
                {
                    PolicyMethod.Write(writer, emission, states, stage);
                }
            }
        }

        states.Write(writer);
    }
}
