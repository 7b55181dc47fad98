using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse;

/// <summary>
/// Reads the attributes with which a method states that its callers must not be trimmed, compiled ahead of time or
/// published as a single file.
/// </summary>
/// <remarks>
/// The attributes are recognised by their names alone, as the SDK's own analyzers do, because a library may declare
/// them itself.
/// </remarks>
internal static class CallRequirements
{
    /// <summary>
    /// Returns the requirements of a call of the method. An attribute of the type applies to its static members.
    /// </summary>
    public static CallRequirement Of(IMethodSymbol method) =>
        method.IsStatic
            ? On(method) | On(method.ContainingType)
            : method.SelfAndOverridden().Aggregate(CallRequirement.None, (all, level) => all | On(level));

    /// <summary>
    /// Returns the requirements of a call of the method on a source, including those of reading the source.
    /// </summary>
    public static CallRequirement Of(IMethodSymbol method, ISymbol source) =>
        source is IPropertySymbol { GetMethod: { } getter } && !method.IsStatic
            ? Of(method) | On(source) | On(getter)
            : Of(method);

    /// <summary>
    /// Returns the requirements that the method announces to its callers and that its body may therefore have.
    /// </summary>
    public static CallRequirement InScopeOf(IMethodSymbol method) => On(method) | On(method.ContainingType);

    private static CallRequirement On(ISymbol symbol)
    {
        var found = CallRequirement.None;
        foreach (var attribute in symbol.GetAttributes())
        {
            found |= attribute.AttributeClass?.Name switch
            {
                "RequiresUnreferencedCodeAttribute" => CallRequirement.UnreferencedCode,
                "RequiresDynamicCodeAttribute" => CallRequirement.DynamicCode,
                "RequiresAssemblyFilesAttribute" => CallRequirement.AssemblyFiles,
                _ => CallRequirement.None,
            };
        }

        return found;
    }
}
