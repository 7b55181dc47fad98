using Sluice.Compiler.Plan;

namespace Sluice.Generators.Emit.Policies;

/// <summary>Writes what a pipeline has for the policies of its stages: nothing where there are none.</summary>
internal static class PolicyMethods
{
    /// <summary>Writes a method for each stage of an entry point that has policies, and what the policies keep.</summary>
    public static void Write(
        SourceWriter writer,
        PlannedPipeline pipeline,
        IEnumerable<EntryPointEmission> emissions,
        Identifiers typeMembers
    )
    {
        if (pipeline.Model.Stages.All(stage => stage.Policies.Count == 0))
        {
            return;
        }

        var states = new PolicyStates(pipeline.Model, pipeline.Plans, typeMembers);
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var emission in emissions)
        {
            for (var place = 0; place < emission.Plan.Stages.Count; place++)
            {
                if (emission.StageAt(place).Policies.Count > 0 && written.Add(emission.Policies.MethodAt(place)))
                {
                    PolicyMethod.Write(writer, emission, states, place);
                }
            }
        }

        states.Write(writer);
    }
}
