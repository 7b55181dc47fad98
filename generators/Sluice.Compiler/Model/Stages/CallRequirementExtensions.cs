namespace Sluice.Compiler.Model;

/// <summary>Takes requirements apart.</summary>
internal static class CallRequirementExtensions
{
    private static readonly CallRequirement[] _all =
    [
        CallRequirement.UnreferencedCode,
        CallRequirement.DynamicCode,
        CallRequirement.AssemblyFiles,
    ];

    /// <summary>The requirements one by one.</summary>
    public static IEnumerable<CallRequirement> Single(this CallRequirement requirements) =>
        _all.Where(requirement => (requirements & requirement) != 0);
}
