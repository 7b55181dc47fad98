using Sluice.Compiler.Model;

namespace Sluice.Generators.Emit.Policies;

/// <summary>The stage for which a policy writes members of the pipeline.</summary>
/// <param name="Model">The pipeline.</param>
/// <param name="TypeMembers">The names of its members.</param>
/// <param name="Number">The number of the stage in the pipeline.</param>
/// <param name="IsStatic">Whether the state of the stage's policies is static.</param>
/// <param name="Value">The expression that reads state of the policy. It throws if the pipeline has errors and was not compiled.</param>
internal sealed record PolicyMemberTarget(
    PipelineModel Model,
    Identifiers TypeMembers,
    int Number,
    bool IsStatic,
    Func<Func<PolicyStates, string>, string> Value
)
{
    public StageModel Stage => Model.Stages[Number];

    /// <summary>Writes the members of all policies of all stages.</summary>
    public static void WriteAll(
        SourceWriter writer,
        PipelineModel model,
        Identifiers typeMembers,
        Func<int, bool> isStatic,
        Func<Func<PolicyStates, string>, string> value
    )
    {
        for (var stage = 0; stage < model.Stages.Count; stage++)
        {
            foreach (var block in PolicyBlocks.Of(model.Stages[stage].Policies).OfType<IPolicyMembers>())
            {
                block.WriteMembers(writer, new PolicyMemberTarget(model, typeMembers, stage, isStatic(stage), value));
            }
        }
    }
}
