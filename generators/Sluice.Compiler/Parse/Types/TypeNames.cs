using Microsoft.CodeAnalysis;

namespace Sluice.Compiler.Parse;

/// <summary>Formats the names of types, namespaces and methods.</summary>
internal static class TypeNames
{
    private static readonly SymbolDisplayFormat ShortFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
    );

    private static readonly SymbolDisplayFormat WrittenFormat = ShortFormat.AddMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
    );

    private static readonly SymbolDisplayFormat FullFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
    );

    private static readonly SymbolDisplayFormat EscapedNamespaceFormat =
        SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    /// <summary>Returns the type as messages show it.</summary>
    public static string Short(ITypeSymbol type) =>
        type
            is INamedTypeSymbol
            {
                Arity: 0,
                ContainingType: null,
                SpecialType: SpecialType.None,
                TypeKind: not TypeKind.Error
            }
            ? type.Name
            : type.ToDisplayString(ShortFormat);

    /// <summary>Returns the type for messages that are about nullability or tuple element names.</summary>
    public static string Written(ITypeSymbol type) => type.ToDisplayString(WrittenFormat);

    /// <summary>Returns the type with its namespace, for messages in which the short name would be ambiguous.</summary>
    public static string Full(ITypeSymbol type) => type.ToDisplayString(FullFormat);

    /// <summary>Returns the full name of the namespace, without keyword escaping.</summary>
    public static string Full(INamespaceSymbol containingNamespace) => containingNamespace.ToDisplayString(FullFormat);

    /// <summary>Returns the method with its parameter types, as messages show it.</summary>
    public static string Overload(IMethodSymbol method) =>
        $"{method.Name}({string.Join(", ", method.Parameters.Select(parameter => Short(parameter.Type)))})";

    /// <summary>
    /// Returns the full name of the namespace with keyword escaping, or the empty string for the global namespace.
    /// </summary>
    public static string Namespace(INamespaceSymbol? containingNamespace) =>
        containingNamespace is { IsGlobalNamespace: false }
            ? Keywords.EscapeTypes(containingNamespace.ToDisplayString(EscapedNamespaceFormat))
            : "";
}
