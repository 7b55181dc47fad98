using Microsoft.CodeAnalysis;

namespace Sluice.Compiler.Parse;

/// <summary>Recognises symbols by name, so that nothing has to be resolved before the question is asked.</summary>
internal static class SymbolExtensions
{
    /// <summary>Whether this is the top-level type of that name.</summary>
    /// <param name="type">The type.</param>
    /// <param name="containingNamespace">The namespace, with dots.</param>
    /// <param name="name">The name without arity.</param>
    /// <param name="arity">How many type parameters it has.</param>
    public static bool IsNamed(this ITypeSymbol? type, string containingNamespace, string name, int arity = 0) =>
        type is INamedTypeSymbol { ContainingType: null } named
        && named.Arity == arity
        && string.Equals(named.Name, name, StringComparison.Ordinal)
        && named.ContainingNamespace.IsNamed(containingNamespace);

    /// <summary>Whether this is the namespace of that name. It compares from the end and allocates nothing.</summary>
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

    /// <summary>The type and the types that contain it, innermost first.</summary>
    public static IEnumerable<INamedTypeSymbol> SelfAndContainingTypes(this INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            yield return current;
        }
    }

    /// <summary>The type and its base types, the most derived first.</summary>
    public static IEnumerable<INamedTypeSymbol> SelfAndBaseTypes(this INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }

    /// <summary>The method and those that it overrides, the most derived first.</summary>
    public static IEnumerable<IMethodSymbol> SelfAndOverridden(this IMethodSymbol method)
    {
        for (var current = method; current is not null; current = current.OverriddenMethod)
        {
            yield return current;
        }
    }
}
