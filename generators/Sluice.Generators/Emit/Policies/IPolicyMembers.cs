namespace Sluice.Generators.Emit.Policies;

/// <summary>A policy that adds members to the pipeline for each stage with the policy, even if no entry point runs the stage.</summary>
internal interface IPolicyMembers
{
    /// <summary>Writes the members.</summary>
    void WriteMembers(SourceWriter writer, PolicyMemberTarget target);
}
