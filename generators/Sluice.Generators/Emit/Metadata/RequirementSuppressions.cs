using Sluice.Compiler.Model;

namespace Sluice.Generators.Emit;

/// <summary>
/// Writes the attributes that keep the warnings of what stages require out of what is emitted: the entry point says it to its callers,
/// or a rule warns of it at the stage. A <c>#pragma</c> would not reach those who warn once the code is compiled.
/// </summary>
internal static class RequirementSuppressions
{
    /// <summary>Writes them before a member that calls stages, which have no policies of their own.</summary>
    public static void WriteForStages(SourceWriter writer, EntryPointEmission emission) =>
        Write(
            writer,
            emission
                .Stages.Select(stage => stage.Declaration)
                .Where(stage => stage.Policies.Count == 0)
                .Select(stage => stage.Requirements)
        );

    /// <summary>Writes them before what calls a stage and the methods of its policies.</summary>
    public static void WriteForPolicies(SourceWriter writer, StageModel stage) =>
        Write(writer, [stage.AllRequirements]);

    /// <summary>Writes them before what undoes stages.</summary>
    public static void WriteForCompensations(SourceWriter writer, EntryPointEmission emission) =>
        Write(
            writer,
            emission
                .Stages.Select(stage => stage.Declaration.Compensation)
                .OfType<PolicyMethodModel>()
                .Select(method => method.Requirements)
        );

    private static void Write(SourceWriter writer, IEnumerable<CallRequirement> requirements)
    {
        foreach (
            var requirement in requirements
                .Aggregate(CallRequirement.None, (all, requirement) => all | requirement)
                .Single()
        )
        {
            var (category, id) = requirement switch
            {
                CallRequirement.UnreferencedCode => ("Trimming", "IL2026"),
                CallRequirement.DynamicCode => ("AOT", "IL3050"),
                _ => ("SingleFile", "IL3002"),
            };
            writer.Line(
                $"[global::System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessage(\"{category}\", \"{id}\", "
                    + $"Justification = \"The entry point has [Requires{requirement}], or SLU0051 warns of it at the stage.\")]"
            );
        }
    }
}
