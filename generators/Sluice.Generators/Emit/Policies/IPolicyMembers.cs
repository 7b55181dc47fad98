namespace Sluice.Generators.Emit.Policies;

/// <summary>
/// A policy that gives the pipeline members of its own: for each stage that has it, whether an entry point runs that stage or not.
/// </summary>
internal interface IPolicyMembers
{
    /// <summary>Writes the members.</summary>
    void WriteMembers(SourceWriter writer, PolicyMemberTarget target);
}
