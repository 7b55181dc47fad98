using Sluice.Compiler.Model;

namespace Sluice.Generators.Emit;

/// <summary>
/// Writes the attributes that suppress warnings in emitted code about the requirements of stages. The entry point states the
/// requirements to its callers, or a rule reports them at the stage. A <c>#pragma</c> would have no effect on tools that read the
/// compiled code.
/// </summary>
internal static class RequirementSuppressions
{
    /// <summary>
    /// Writes the attributes before a member that calls stages. Stages with policies are left out, because other methods call them.
    /// </summary>
    public static void WriteForStages(SourceWriter writer, EntryPointEmission emission) =>
        Write(
            writer,
            emission
                .Stages.Select(stage => stage.Declaration)
                .Where(stage => stage.Policies.Count == 0)
                .Select(stage => stage.Requirements)
        );

    /// <summary>Writes the attributes before the method that calls a stage and the methods of its policies.</summary>
    public static void WriteForPolicies(SourceWriter writer, StageModel stage) =>
        Write(writer, [stage.AllRequirements]);

    /// <summary>Writes the attributes before the class that compensates stages.</summary>
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
