namespace Sluice.Compiler.Model;

/// <summary>Splits a set of requirements into single ones.</summary>
internal static class CallRequirementExtensions
{
    private static readonly CallRequirement[] _all =
    [
        CallRequirement.UnreferencedCode,
        CallRequirement.DynamicCode,
        CallRequirement.AssemblyFiles,
    ];

    /// <summary>Returns each requirement of the set.</summary>
    public static IEnumerable<CallRequirement> Single(this CallRequirement requirements) =>
        _all.Where(requirement => (requirements & requirement) != 0);
}
