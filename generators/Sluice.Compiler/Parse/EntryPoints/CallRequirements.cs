using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse;

/// <summary>Reads the attributes by which a method says that its callers must not be trimmed, compiled ahead of time or put into one file.</summary>
/// <remarks>They are known by their names alone, as the compiler's own analyzers know them: a library may declare them itself.</remarks>
internal static class CallRequirements
{
    /// <summary>What a call of the method requires. A type's attribute counts for its static members.</summary>
    public static CallRequirement Of(IMethodSymbol method) =>
        method.IsStatic
            ? On(method) | On(method.ContainingType)
            : method.SelfAndOverridden().Aggregate(CallRequirement.None, (all, level) => all | On(level));

    /// <summary>What a call of the method on a source requires: to read the source may require something by itself.</summary>
    public static CallRequirement Of(IMethodSymbol method, ISymbol source) =>
        source is IPropertySymbol { GetMethod: { } getter } && !method.IsStatic
            ? Of(method) | On(source) | On(getter)
            : Of(method);

    /// <summary>What the callers of the method are told, so that its body may require it.</summary>
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
