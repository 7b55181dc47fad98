namespace Sluice.Compiler.Model;

/// <summary>Splits a set of requirements into single ones.</summary>
internal static class CallRequirementExtensions
{
    private static readonly CallRequirement[] AllRequirements =
    [
        CallRequirement.UnreferencedCode,
        CallRequirement.DynamicCode,
        CallRequirement.AssemblyFiles,
    ];

    /// <summary>Returns each requirement of the set.</summary>
    public static IEnumerable<CallRequirement> Single(this CallRequirement requirements) =>
        AllRequirements.Where(requirement => (requirements & requirement) != 0);
}
