using Microsoft.CodeAnalysis;

namespace Sluice.Compiler.Parse;

/// <summary>Recognises symbols by name, so that no type has to be resolved first.</summary>
internal static class SymbolExtensions
{
    /// <summary>Whether the type is the top-level type with the given name.</summary>
    /// <param name="type">The type.</param>
    /// <param name="containingNamespace">The full name of the namespace.</param>
    /// <param name="name">The name without arity.</param>
    /// <param name="arity">The number of its type parameters.</param>
    public static bool IsNamed(this ITypeSymbol? type, string containingNamespace, string name, int arity = 0) =>
        type is INamedTypeSymbol { ContainingType: null } named
        && named.Arity == arity
        && string.Equals(named.Name, name, StringComparison.Ordinal)
        && named.ContainingNamespace.IsNamed(containingNamespace);

    /// <summary>
    /// Whether the namespace has the given full name. The comparison starts at the end of the name and does not
    /// allocate.
    /// </summary>
    public static bool IsNamed(this INamespaceSymbol? candidate, string fullName)
    {
        var end = fullName.Length;
        while (candidate is { IsGlobalNamespace: false })
        {
            var part = candidate.Name;
            var start = end - part.Length;
            if (start < 0 || string.CompareOrdinal(fullName, start, part, 0, part.Length) != 0)
            {
                return false;
            }

            candidate = candidate.ContainingNamespace;
            if (start == 0)
            {
                return candidate is { IsGlobalNamespace: true };
            }

            if (fullName[start - 1] != '.')
            {
                return false;
            }

            end = start - 1;
        }

        return false;
    }

    /// <summary>Returns the type and its containing types, innermost first.</summary>
    public static IEnumerable<INamedTypeSymbol> SelfAndContainingTypes(this INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            yield return current;
        }
    }

    /// <summary>Returns the type and its base types, most derived first.</summary>
    public static IEnumerable<INamedTypeSymbol> SelfAndBaseTypes(this INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }

    /// <summary>Returns the method and those that it overrides, most derived first.</summary>
    public static IEnumerable<IMethodSymbol> SelfAndOverridden(this IMethodSymbol method)
    {
        for (var current = method; current is not null; current = current.OverriddenMethod)
        {
            yield return current;
        }
    }
}
